import type { TitianClient } from "../../../src/bridge/client/client.ts";
import type { DeviceConfig } from "../../../src/bridge/config/schema.ts";
import { Daemon, type DaemonPlan } from "./daemon.ts";
import { until } from "./until.ts";
import { Watcher } from "./watcher.ts";

/** Where things lie in the guest. */
export interface Places {
  /** The bundled daemon. */
  readonly main: string;
  /** What outlives the guest. */
  readonly out: string;
  readonly picture: string;
  /** Folder whose lib/modules are the guest kernel's. */
  readonly modules: string;
  readonly loopback: string;
}

/** The desk in the guest and a page that looks at it. */
export class Lab {
  readonly places: Places;
  readonly daemon: Daemon;
  readonly watcher: Watcher;
  /** Invented, each of an ordinary member. */
  readonly #memberNos: readonly string[];
  #next = 0;

  private constructor(places: Places, daemon: Daemon, watcher: Watcher, memberNos: readonly string[]) {
    this.places = places;
    this.daemon = daemon;
    this.watcher = watcher;
    this.#memberNos = memberNos;
  }

  static async open(places: Places, devices: readonly DeviceConfig[]): Promise<Lab> {
    const daemon = await Daemon.start({ name: "titian", devices, main: places.main, logs: places.out });
    const page = daemon.page();
    const watcher = await Watcher.begin(page);
    return new Lab(places, daemon, watcher, await someMemberNos(page));
  }

  get page(): TitianClient {
    return this.watcher.page;
  }

  /** A code that nobody scanned before, as long as the invented members last. */
  code(): string {
    const code = this.#memberNos[this.#next++ % this.#memberNos.length];
    if (code === undefined) throw new Error("no members");
    return code;
  }

  codes(count: number): readonly string[] {
    return Array.from({ length: count }, () => this.code());
  }

  /** Switched off, a device costs nothing: under emulation every look of ffmpeg's takes seconds. */
  async switch(device: string, on: boolean): Promise<void> {
    await this.page.call("device.switch", { device, on });
  }

  /** Another daemon on the same machine. */
  startDaemon(plan: Pick<DaemonPlan, "name" | "devices" | "uid">): Promise<Daemon> {
    return Daemon.start({ ...plan, main: this.places.main, logs: this.places.out });
  }
}

/** Invented numbers begin with the year of registration. */
async function someMemberNos(page: TitianClient): Promise<readonly string[]> {
  const year = new Date().getFullYear() % 100;
  const texts = Array.from({ length: 10 }, (_, back) => String(year - back).padStart(2, "0"));
  return until("invented members", async () => {
    const found = [];
    for (const text of texts) found.push(await page.call("member.search", { text, limit: 50 }));
    const numbers = found.flatMap(({ members }) => members.map(({ memberNo }) => memberNo));
    const plain = [...new Set(numbers)].filter((memberNo) => /^[0-9A-Z-]{6,20}$/.test(memberNo));
    return plain.length >= 40 ? plain : undefined;
  });
}
