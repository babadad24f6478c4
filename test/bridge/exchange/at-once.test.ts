import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Draft, Template } from "../../../src/bridge/protocol/design-shapes.ts";
import type { DraftStandard } from "../../../src/bridge/protocol/standard-shapes.ts";
import { localDate } from "../../../src/kernel/types.ts";
import type { TestBridge } from "../../harness/start-bridge.ts";
import { LibraryBridges, WITHIN_MS } from "./library-bridges.ts";

const TIRTAMAYA = readFileSync(new URL("../../fixtures/sla/imports/tirtamaya.txt", import.meta.url));
const refusal = (code: string) => expect.objectContaining({ code });
const soon = { timeout: WITHIN_MS, interval: 100 };

/** Two clerks press at the same time: neither desk has heard of the other when each does it. */
describe("two desks that do it at once", () => {
  let library: LibraryBridges;
  let one: TestBridge;
  let two: TestBridge;
  beforeAll(async () => {
    library = await LibraryBridges.start(2);
    [one, two] = library.desks as [TestBridge, TestBridge];
  }, 120_000);
  afterAll(() => library?.[Symbol.asyncDispose]());

  describe("publish a standard", () => {
    const today = () => localDate(new Date(), "Asia/Jakarta");
    const listed = async ({ client }: TestBridge, id: string) =>
      (await client.call("standards.list", {})).standards.find((standard) => standard.id === id);
    const promised = async ({ client }: TestBridge, id: string, version: number) =>
      (await client.call("standard.get", { id, version })).standard.promise?.published.seconds;
    const opened = ({ client }: TestBridge, standard: string) =>
      client.call("case.open", { member: null, kind: "lost", channel: "in-person", standard });

    async function whole({ client }: TestBridge, seconds: number): Promise<DraftStandard> {
      const { standard } = await client.call("standard.import", { source: client.upload(TIRTAMAYA) });
      const procedures = standard.procedures.map((procedure) => ({
        ...procedure,
        steps: procedure.steps.filter(({ key }) => key !== null),
      }));
      const weekly = { ...standard.hours!.weekly, sun: [] };
      const minutes = seconds / 60;
      const published = { text: `${minutes} Menit`, value: minutes, unit: "minute", seconds } as const;
      const promise = { ...standard.promise!, published, isApproximate: false, rangeFrom: null };
      return { ...standard, procedures, promise, hours: { ...standard.hours!, weekly } } as DraftStandard;
    }
    async function publish(desk: TestBridge, seconds: number): Promise<string> {
      const { client } = desk;
      const standard = await whole(desk, seconds);
      const { summary } = await client.call("standard.save", { id: null, standard, expects: null });
      const { id } = summary;
      await client.call("standard.publish", { id, version: 1, effectiveFrom: today(), effectiveTo: null });
      return id;
    }

    it("has the first one's version for all; the other's is a draft again, and says who was first", async () => {
      const ids = await library.apart(async () => {
        const made = [await publish(one, 600), await publish(two, 1_200)];
        for (const [index, desk] of [one, two].entries())
          expect((await opened(desk, made[index]!)).promise.dueAt).not.toBeNull();
        return made;
      });
      expect(ids[1]).toBe(ids[0]);
      const id = ids[0]!;
      await expect.poll(() => promised(two, id, 1), soon).toBe(600);
      expect(await promised(one, id, 1)).toBe(600);
      expect((await listed(one, id))?.versions).toMatchObject([{ version: 1, overtakenBy: null }]);
      expect((await listed(two, id))?.versions).toMatchObject([
        { version: 2, state: "draft", overtakenBy: "Loket 1" },
        { version: 1, state: "in-force", overtakenBy: null },
      ]);
      expect(await promised(two, id, 2)).toBe(1_200);
    }, 90_000);

    it("judges the case that was opened by the one which lost as every desk does: by the first", async () => {
      const results = ({ bridge }: TestBridge) =>
        bridge.store.cases.open().map(({ case: id }) => {
          const result = bridge.store.results.of(id);
          return [id, result?.limitSeconds];
        });
      await expect.poll(() => results(one), soon).toHaveLength(2);
      await expect.poll(() => results(two).map(([, limit]) => limit), soon).toEqual([600, 600]);
      expect(results(two)).toEqual(results(one));
    }, 90_000);

    it("may publish the draft as the next version, which is then everybody's", async () => {
      const { standards } = await two.client.call("standards.list", {});
      const { id } = standards.find(({ source }) => source === "library")!;
      await two.client.call("standard.publish", {
        ...{ id, version: 2, effectiveFrom: today(), effectiveTo: null },
      });
      await expect.poll(() => promised(one, id, 2).catch(() => undefined), soon).toBe(1_200);
      for (const desk of [one, two])
        expect((await listed(desk, id))?.versions).toMatchObject([
          { version: 2, state: "in-force", overtakenBy: null },
          { version: 1, state: "past", overtakenBy: null },
        ]);
    }, 90_000);
  });

  describe("save and approve a design", () => {
    const draft = async ({ client }: TestBridge, title: string): Promise<Draft> => {
      const { template } = await client.call("design.get", { name: "lengkung" });
      const copied: Template = { ...template, name: "pelajar", title };
      return { template: copied, pictures: [] };
    };
    const save = async (desk: TestBridge, title: string, expects: number | null) =>
      desk.client.call("design.save", { draft: await draft(desk, title), expects });
    const approve = ({ client }: TestBridge, version: number) =>
      client.call("design.approve", { name: "pelajar", version });
    const listed = async ({ client }: TestBridge) =>
      (await client.call("designs.list", {})).designs.find(({ name }) => name === "pelajar");
    /** What the cards of that desk are printed from. */
    const printed = ({ bridge }: TestBridge) => {
      const record = bridge.store.designs.all().find(({ name }) => name === "pelajar");
      return record?.versions.find(({ version }) => version === record.approved)?.title;
    };

    it("leaves what is approved as it is when another desk only begins a draft", async () => {
      await save(one, "Pelajar", null);
      await approve(one, 1);
      await expect.poll(async () => (await listed(two))?.approvedVersion, soon).toBe(1);
      await save(two, "Pelajar, draf", 1);
      await expect.poll(async () => (await listed(one))?.version, soon).toBe(2);
      for (const desk of [one, two]) {
        expect(await listed(desk)).toMatchObject({ approvedVersion: 1, state: "draft" });
        expect(printed(desk)).toBe("Pelajar");
      }
    }, 90_000);

    it("has the first one's version; the other's is its own next, and not approved by having been so", async () => {
      await library.apart(async () => {
        await save(one, "Pelajar, loket 1", 2);
        await save(two, "Pelajar, loket 2", 2);
        await approve(two, 3);
        expect(printed(two)).toBe("Pelajar, loket 2");
      });
      await expect.poll(async () => (await listed(two))?.version, soon).toBe(4);
      expect(await listed(two)).toMatchObject({
        ...{ title: "Pelajar, loket 2", overtakenBy: "Loket 1", approvedVersion: 1, state: "draft" },
      });
      await expect.poll(() => one.bridge.store.inbox.lastSeq("desk-2"), soon).toBeGreaterThan(3);
      expect(await listed(one)).toMatchObject({
        ...{ title: "Pelajar, loket 1", version: 3, overtakenBy: null, approvedVersion: 1 },
      });
      for (const desk of [one, two]) expect(printed(desk)).toBe("Pelajar");
    }, 90_000);

    it("prints it at every desk once it is approved under its new number", async () => {
      expect(await approve(two, 4)).toMatchObject({ version: 4, approvedVersion: 4, overtakenBy: null });
      await expect.poll(() => printed(one), soon).toBe("Pelajar, loket 2");
      expect(printed(two)).toBe("Pelajar, loket 2");
      const { design } = await one.client.call("design.get", { name: "pelajar", version: 4 });
      expect(design).toMatchObject({ version: 4, trouble: null });
    }, 90_000);
  });

  describe("save the calendar", () => {
    const get = ({ client }: TestBridge) => client.call("calendar.get", {});
    const closing = async (desk: TestBridge, date: string, expects: number) => {
      const { calendar } = await get(desk);
      const closures = [...calendar.closures, { date, kind: "local-closure", name: "Tutup" } as const];
      return desk.client.call("calendar.save", { calendar: { ...calendar, closures }, expects });
    };
    const days = ({ closures }: { readonly closures: readonly { readonly date: string }[] }) =>
      closures.map(({ date }) => date).filter((date) => ["2026-09-01", "2026-09-02"].includes(date));

    it("has the later one, and gives the other desk's changes back to it", async () => {
      await library.apart(async () => {
        expect(await closing(one, "2026-09-01", 0)).toMatchObject({ version: 1, overruled: null });
        expect(await closing(two, "2026-09-02", 0)).toMatchObject({ version: 1, overruled: null });
      });
      await expect.poll(async () => days((await get(one)).calendar), soon).toEqual(["2026-09-02"]);
      const { overruled } = await get(one);
      expect(overruled?.desk).toBe("Loket 2");
      expect(days(overruled!.calendar)).toEqual(["2026-09-01"]);
      expect(await get(two)).toMatchObject({ overruled: null });
    }, 90_000);

    it("is another calendar than either page knew, which has to look before it saves", async () => {
      await expect.poll(async () => (await get(two)).version, soon).toBe(2);
      expect((await get(one)).version).toBe(2);
      await expect(closing(one, "2026-09-01", 1)).rejects.toEqual(refusal("CALENDAR_CHANGED"));
      await expect(closing(two, "2026-09-01", 1)).rejects.toEqual(refusal("CALENDAR_CHANGED"));
    }, 90_000);

    it("is settled by whoever saves next", async () => {
      const saved = await closing(one, "2026-09-01", 2);
      expect(saved).toMatchObject({ version: 3, overruled: null });
      await expect
        .poll(async () => days((await get(two)).calendar), soon)
        .toEqual(["2026-09-01", "2026-09-02"]);
      expect(await get(two)).toMatchObject({ version: 3, overruled: null });
    }, 90_000);
  });
});
