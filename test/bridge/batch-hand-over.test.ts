import { describe, expect, it } from "vitest";
import type { DeviceId, JobId, MemberNo } from "../../src/kernel/types.ts";
import { Clerk, PRINTER } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });

/** A proved card of a print batch, as the ledger has it; the board takes it up at the next start. */
async function proved({ bridge }: TestBridge, clerk: Clerk, index: number): Promise<JobId> {
  const { store } = bridge;
  const { memberId, memberNo } = await clerk.someMember(index);
  const { job } = store.jobs.accept({
    requestKey: crypto.randomUUID(),
    ...{ case: undefined, memberId, memberKey: store.memberKeyOf(memberNo as MemberNo) },
    ...{ printer: PRINTER as DeviceId, priority: "bulk", batch: crypto.randomUUID(), template: "lengkung" },
    ...{ templateVersion: 1, reprintOf: undefined, reprintReason: undefined, operator: undefined },
  });
  store.jobs.advance(job.job, { to: "rendered", sha256: "0".repeat(64) });
  store.jobs.advance(job.job, { to: "verified", symbology: "]C0" });
  store.jobs.advance(job.job, { to: "spooling" });
  store.jobs.advance(job.job, { to: "spooled", reference: "sim:1" });
  store.jobs.advance(job.job, { to: "confirmed", by: "scan" });
  return job.job;
}

describe("cards of a print batch", () => {
  it("are given to a school's teacher together, all or none, and the log knows no name", async () => {
    const before = await startBridge();
    const jobs: JobId[] = [];
    for (const index of [0, 1, 2]) jobs.push(await proved(before, new Clerk(before), index));
    await before.stop();

    await using desk = await startBridge({ folder: before.folder });
    const clerk = new Clerk(desk);
    for (const job of jobs) await clerk.client.call("card.move", { job, to: "ready" });
    const listed = async () =>
      (await clerk.client.call("handover.waiting", { olderThanDays: 0 })).cards.map(({ job }) => job);
    expect((await listed()).sort()).toEqual([...jobs].sort());

    const collector = { relation: "school", name: "Bapak Guru Invented" } as const;
    const unknown = [...jobs, crypto.randomUUID()];
    await expect(clerk.client.call("handover.many", { jobs: unknown, collector })).rejects.toEqual(
      refusal("CARD_NOT_HERE"),
    );
    expect(await listed()).toHaveLength(3);
    const [first = "", ...others] = jobs;
    expect(await clerk.client.call("handover.many", { jobs: others, collector })).toEqual({ handedOver: 2 });
    expect(await listed()).toEqual([first]);
    await clerk.client.call("handover.setAside", { card: { job: first }, outcome: "void" });
    expect(await listed()).toEqual([]);
    for (const job of jobs)
      expect(JSON.stringify(desk.bridge.store.events.read(`card/${job}`))).not.toContain("Guru");
  });
});
