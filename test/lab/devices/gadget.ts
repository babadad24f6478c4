import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const GADGETS = "/sys/kernel/config/usb_gadget";
const CONTROLLERS = "/sys/class/udc";

export interface GadgetPlan {
  readonly name: string;
  readonly vendorId: string;
  readonly productId: string;
  /** Left out: a device that tells none, as many do. */
  readonly serial?: string;
  readonly product: string;
  /** `acm`, `hid` or `printer`, and what the kernel's function of that name wants to know. */
  readonly kind: "acm" | "hid" | "printer";
  readonly settings: Readonly<Record<string, string | Uint8Array>>;
}

/**
 * A USB device made of the kernel's own gadget functions, on a controller of dummy_hcd: the guest is both the device and
 * the PC, and every driver of the PC sees a real USB device.
 */
export class UsbGadget {
  readonly #home: string;
  readonly #function: string;
  #controller = "";

  constructor({ name, kind }: GadgetPlan) {
    this.#home = path.join(GADGETS, name);
    this.#function = `${kind}.${name}`;
  }

  static create(plan: GadgetPlan): UsbGadget {
    const gadget = new UsbGadget(plan);
    gadget.#describe(plan);
    return gadget;
  }

  #describe({ vendorId, productId, serial, product, settings }: GadgetPlan): void {
    const home = this.#home;
    mkdirSync(path.join(home, "strings/0x409"), { recursive: true });
    mkdirSync(path.join(home, "configs/c.1"));
    writeFileSync(path.join(home, "idVendor"), `0x${vendorId}`);
    writeFileSync(path.join(home, "idProduct"), `0x${productId}`);
    writeFileSync(path.join(home, "bcdUSB"), "0x0200");
    writeFileSync(path.join(home, "strings/0x409/manufacturer"), "Titian Lab");
    writeFileSync(path.join(home, "strings/0x409/product"), product);
    if (serial !== undefined) writeFileSync(path.join(home, "strings/0x409/serialnumber"), serial);
    const folder = this.functionFolder;
    mkdirSync(folder);
    for (const [name, value] of Object.entries(settings)) writeFileSync(path.join(folder, name), value);
    symlinkSync(folder, path.join(home, "configs/c.1", this.#function));
  }

  get functionFolder(): string {
    return path.join(this.#home, "functions", this.#function);
  }

  get isPlugged(): boolean {
    return this.#controller !== "";
  }

  /** Into the socket it was in before, unless another is named; else into the first free one. */
  plug(controller = this.#controller || freeController()): void {
    writeFileSync(path.join(this.#home, "UDC"), controller);
    this.#controller = controller;
  }

  unplug(): void {
    writeFileSync(path.join(this.#home, "UDC"), "\n");
  }

  /** Plug and socket trade places with another one's. */
  get controller(): string {
    return this.#controller;
  }

  destroy(): void {
    if (!existsSync(this.#home)) return;
    if (readFileSync(path.join(this.#home, "UDC"), "utf8").trim() !== "") this.unplug();
    unlinkSync(path.join(this.#home, "configs/c.1", this.#function));
    for (const folder of [`functions/${this.#function}`, "configs/c.1", "strings/0x409", ""]) {
      rmdirSync(path.join(this.#home, folder));
    }
  }
}

/** Sockets that no gadget sits in. */
export function freeController(): string {
  const taken = new Set(
    readdirSync(GADGETS).map((name) => readFileSync(path.join(GADGETS, name, "UDC"), "utf8").trim()),
  );
  const all = readdirSync(CONTROLLERS).toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const free = all.find((name) => !taken.has(name));
  if (!free) throw new Error("every socket is taken: load dummy_hcd with more");
  return free;
}
