import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import type { WaitingView } from "../../../src/bridge/protocol/member-shapes.ts";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { Clerk } from "../../harness/clerk.ts";
import type { DaemonProcess, DeskFolder } from "../../harness/daemon-process.ts";
import type { TestInlislite } from "../../harness/inlislite-database.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { deskOn } from "./on-mariadb.ts";

const WITHIN_MS = 30_000;

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
});
afterAll(() => server?.stop());

/** The library's day: the database's own is that of UTC. */
const TODAY = "DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR)";
/** A web registration as each version writes it: 3.2 ends it today, 3.3 gives it neither an end nor a type. */
const REGISTRATION = {
  "3.2": `INSERT INTO members (MemberNo, Fullname, StatusAnggota_id, JenisAnggota_id, RegisterDate, EndDate, CreateDate, UpdateDate)
          VALUES ('26112600777', 'RATNA DARING WIBAWA', 1, 2, ${TODAY}, ${TODAY}, NOW(), NOW())`,
  "3.3": `INSERT INTO members (MemberNo, Fullname, StatusAnggota_id, RegisterDate, CreateDate, UpdateDate)
          VALUES ('9999990000000777', 'Ratna Daring Wibawa', 1, ${TODAY}, NOW(), NOW())`,
} as const;
const NUMBER = { "3.2": "26112600777", "3.3": "9999990000000777" } as const;

describe.each(INLISLITE_VERSIONS)("who waits for a card, INLISLite %s in MariaDB", (version) => {
  let database: TestInlislite;
  let desk: DeskFolder;
  let daemon: DaemonProcess;
  let clerk: Clerk;
  const inLibrary = (sql: string) => server.run(sql, { database: database.database });
  const waiting = (): Promise<Result<"members.waiting">> =>
    daemon.client.call("members.waiting", { limit: 100 });
  /** Follows the news until somebody waits, or no longer does. */
  const until = async <T>(found: (list: readonly WaitingView[]) => T | undefined): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = async (): Promise<void> => {
      const there = found((await waiting()).waiting);
      if (there !== undefined) resolve(there);
    };
    using _news = daemon.client.on("waiting.changed", () => void look().catch(reject));
    const limit = setTimeout(() => reject(new Error("the list did not get there")), WITHIN_MS);
    look().catch(reject);
    try {
      return await promise;
    } finally {
      clearTimeout(limit);
    }
  };
  const ratna = (list: readonly WaitingView[]): WaitingView | undefined =>
    list.find(({ member }) => member.memberNo === NUMBER[version]);

  beforeAll(async () => {
    database = await server.createInlislite(version);
    desk = deskOn(database);
    daemon = await desk.start();
    clerk = new Clerk(daemon);
    await until((list) => (list.length > 0 ? true : undefined));
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("knows a registration over the web within seconds, and what to mend before a card is printed", async () => {
    await inLibrary(REGISTRATION[version]);
    const { member, reason } = await until(ratna);
    expect(reason).toBe("online");
    expect(member.hints).toContain(version === "3.2" ? "ends-today" : "no-end-date");
    expect(member.hints).toContain("not-active");
    expect(member.mayHaveCard).toBe(false);
    const { phase, members } = await daemon.client.call("sync.get", {});
    expect({ phase, members }).toEqual({ phase: "following", members: 201 });
  });

  it("tells pages that the staff have activated and renewed, so that the warnings go by themselves", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    using _news = daemon.client.on("member.changed", ({ member }) => {
      if (member.memberNo === NUMBER[version] && member.mayHaveCard) resolve();
    });
    await inLibrary(
      `UPDATE members SET StatusAnggota_id = 3, JenisAnggota_id = 2, EndDate = ${TODAY} + INTERVAL 365 DAY, UpdateDate = NOW()
       WHERE MemberNo = '${NUMBER[version]}'`,
    );
    await promise;
    const { member } = await until(ratna);
    expect(member.hints.filter((hint) => hint !== "no-photo" && hint !== "number-like-nik")).toEqual([]);
  });

  it("lets nobody wait who is being served, nor who has got the card", async () => {
    let view = await clerk.upToPrint(NUMBER[version]);
    await until((list) => (ratna(list) ? undefined : true));
    view = await clerk.printed(view);
    await clerk.scan(await clerk.cardInTray());
    view = await clerk.until(view.case, ({ work }) => work !== "print");
    while (view.work !== "handover") view = await clerk.done(view);
    await clerk.handOver(view);
    expect(ratna((await waiting()).waiting)).toBeUndefined();
  });

  it("sees a twin that another desk has just saved, and gives a card to neither", async () => {
    const { members } = await daemon.client.call("member.search", { text: "an", limit: 50 });
    const some = members.find(({ mayHaveCard }) => mayHaveCard);
    if (!some) throw new Error("no ordinary member");
    await inLibrary(
      `INSERT INTO members (MemberNo, Fullname, StatusAnggota_id, JenisAnggota_id, RegisterDate, EndDate, CreateDate, UpdateDate)
       SELECT MemberNo, 'Bagus Kembar', 3, 2, ${TODAY}, EndDate, NOW(), NOW() FROM members WHERE ID = ${some.memberId}`,
    );
    const twin = await until((list) => list.find(({ member }) => member.fullName === "Bagus Kembar"));
    expect(twin.member.hints).toContain("number-shared");
    const { member, sameNumber } = await daemon.client.call("member.get", { memberId: some.memberId });
    expect(member.mayHaveCard).toBe(false);
    expect(sameNumber.map(({ fullName }) => fullName)).toEqual(["Bagus Kembar"]);
  });
});
