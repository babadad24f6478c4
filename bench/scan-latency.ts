import { Pty } from "../test/harness/pty.ts";
import { type ChildServer, childServer } from "./child-server.ts";
import { type DeskPage, openPage, startDesk } from "./desk-page.ts";
import { type Measurement, median } from "./measurement.ts";
import { onOneCore } from "./one-core.ts";

const SCANS = 150;
const WARM_UP = 30;
/** No member number has so many characters: what INLISLite takes to answer is not the bridge's. */
const CODE = `]Q1https://contoh.id/${"x".repeat(60)}\r`;

/** Milliseconds from the scanner's bytes to the event in a page, against those to the bare library's own callback. */
export async function scanLatency(): Promise<Measurement> {
  // Before anything is started: children stay on the core of their parent, socat too.
  using _placed = onOneCore(process.pid);
  await using barePty = await Pty.start();
  await using deskPty = await Pty.start();
  await using bare = await childServer("bare-serial", [barePty.path]);
  await using desk = await startDesk("scanner-serial", { path: deskPty.path });
  await using page = await openPage(desk);

  const ours: number[] = [];
  const floor: number[] = [];
  for (let scan = -WARM_UP; scan < SCANS; scan++) {
    const heard = await msUntil(barePty, () => heardAtNs(bare));
    const told = await msUntil(deskPty, () => toldAtNs(page));
    if (scan < 0) continue;
    floor.push(heard);
    ours.push(told);
  }
  return { ours: median(ours), floor: median(floor), unit: "ms" };
}

/** `listen` is called before the scanner sends. */
async function msUntil(pty: Pty, listen: () => Promise<bigint>): Promise<number> {
  const end = listen();
  const startNs = process.hrtime.bigint();
  pty.send(CODE);
  return Number((await end) - startNs) / 1e6;
}

/** All processes of a machine have one monotonic clock, so the way back to this one is not measured. */
async function heardAtNs(bare: ChildServer): Promise<bigint> {
  const { heardAtNs } = (await bare.message()) as { readonly heardAtNs: string };
  return BigInt(heardAtNs);
}

function toldAtNs({ client }: DeskPage): Promise<bigint> {
  return new Promise((resolve) => {
    const listening = client.on("scanner.scanned", () => {
      listening[Symbol.dispose]();
      resolve(process.hrtime.bigint());
    });
  });
}
