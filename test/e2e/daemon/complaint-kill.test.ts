import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";

const KILLS = 4;
const PATIENCE_MS = 60_000;
const SAID = "Rekaan: kursi tunggu kurang";

let desk: DeskFolder;
let daemon: DaemonProcess;

beforeAll(async () => {
  desk = new DeskFolder();
  daemon = await desk.start();
});
afterAll(() => desk[Symbol.asyncDispose]());

const receive = (complaint: string) =>
  daemon.client.call("complaint.receive", {
    ...{ complaint, channel: "box", subject: "staff", standard: desk.config.library.standard, text: SAID },
  });

/** One after the other until the daemon is gone; the ids that it acknowledged, and the one it left open. */
async function receiveUntilGone(): Promise<{ readonly told: readonly string[]; readonly left: string }> {
  const told: string[] = [];
  for (;;) {
    const complaint = crypto.randomUUID();
    const isTold = await receive(complaint).then(
      () => true,
      () => false,
    );
    if (!isTold) return { told, left: complaint };
    told.push(complaint);
  }
}

describe("complaints while the daemon is killed", { timeout: PATIENCE_MS }, () => {
  it("are there in full once they were acknowledged, and written once where the page asks again", async () => {
    const all = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      const [{ told, left }] = await Promise.all([
        receiveUntilGone(),
        new Promise((resolve) => setTimeout(resolve, 40 + 35 * kill)).then(() => daemon.kill()),
      ]);
      daemon = await desk.start();
      await receive(left);
      for (const complaint of [...told, left]) all.add(complaint);
      for (const complaint of all)
        expect(await daemon.client.call("complaint.get", { complaint })).toMatchObject({ text: SAID });
      const { complaints, total } = await daemon.client.call("complaints.list", {
        ...{ show: "open", limit: 200, offset: 0 },
      });
      expect(total).toBe(all.size);
      expect(new Set(complaints.map(({ number }) => number)).size).toBe(complaints.length);
      expect(daemon.errors).toEqual([]);
    }
  });
});
