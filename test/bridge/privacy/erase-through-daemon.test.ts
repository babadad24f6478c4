import { describe, expect, it, onTestFinished } from "vitest";
import { eraseMemberHere } from "../../../src/bridge/cli/erase-member.ts";
import { erasuresText } from "../../../src/bridge/cli/erasures.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { MemberNo } from "../../../src/kernel/types.ts";
import { Clerk } from "../../harness/clerk.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { startBridge, type TestBridge } from "../../harness/start-bridge.ts";

const never = new AbortController().signal;

/** A desk with one member in front of it. */
async function desk() {
  const bridge = await startBridge();
  onTestFinished(() => bridge[Symbol.asyncDispose]());
  const clerk = new Clerk(bridge);
  const { memberNo } = await clerk.someMember(0);
  return { bridge, clerk, memberNo };
}

async function photographed(clerk: Clerk, memberNo: string): Promise<string> {
  let view = await clerk.open(memberNo);
  while (view.work !== "photo") view = await clerk.done(view);
  return (await clerk.photograph(view)).case;
}

const erase = ({ config, origin }: TestBridge, member: string, more: object = {}): Promise<string> =>
  eraseMemberHere(
    {
      config: { ...config, server: { port: Number(new URL(origin).port) } },
      ...{ member, json: true, language: "en", confirm: async () => true },
      ...{ clock: new SystemClock(), log: new SilentLog(), ...more },
    },
    never,
  );

describe("erasing a member from the command line", () => {
  it("goes through the daemon that has the store open, and is the same with none", async () => {
    const { bridge, clerk, memberNo } = await desk();
    const id = await photographed(clerk, memberNo);
    await expect(erase(bridge, memberNo)).rejects.toThrow("ERASE_SERVICE_OPEN");
    await bridge.client.call("case.cancel", { case: id, reason: "test" });

    expect(JSON.parse(await erase(bridge, memberNo))).toMatchObject({
      files: 2,
      mirrored: 1,
      kept: 1,
      desks: [],
    });
    const { store } = bridge.bridge;
    expect(store.memberFiles.of(store.memberKeyOf(memberNo as MemberNo))).toEqual([]);
    const listed = erasuresText({ config: bridge.config, json: false, language: "en" });
    expect(listed).toContain("✓ desk-1");
    expect(listed).not.toContain(memberNo);

    await bridge.stop();
    expect(JSON.parse(await erase(bridge, memberNo))).toMatchObject({ files: 0, kept: 1 });
  });

  it("wants a head of service signed in where operators have PINs, and says what to do", async () => {
    const { bridge, memberNo } = await desk();
    const call: TestBridge["client"]["call"] = (...request) => bridge.client.call(...request);
    const people = [
      { name: "Ibu Kartika", role: "head", pin: "482913" },
      { name: "Ratna W.", role: "clerk", pin: "190763" },
    ] as const;
    const signIn = async (index: number) => {
      const { operators } = await call("operators.list", {});
      const who = people[index];
      const id = operators.find(({ name }) => name === who?.name)?.operator ?? "";
      await call("operator.signIn", { id, pin: who?.pin ?? "" });
    };
    for (const who of people) await call("operator.create", who);
    await call("operator.signOut", {});
    await expect(erase(bridge, memberNo)).rejects.toThrow("ERASE_NEEDS_HEAD");
    await signIn(1);
    await expect(erase(bridge, memberNo)).rejects.toThrow("ERASE_NEEDS_HEAD");
    expect(bridge.bridge.store.erasures.all()).toEqual([]);
    await signIn(0);
    expect(JSON.parse(await erase(bridge, memberNo))).toMatchObject({ mirrored: 1 });
  });

  it("says what the daemon says of a number that can be nobody's", async () => {
    const { bridge } = await desk();
    await expect(erase(bridge, "9".repeat(500))).rejects.toThrow("BAD_REQUEST");
  });

  it("says so where the store is in use and nobody answers at the port", async () => {
    const { bridge, memberNo } = await desk();
    const nobody = { config: { ...bridge.config, server: { port: 1 } } };
    await expect(erase(bridge, memberNo, nobody)).rejects.toThrow("ERASE_NOT_REACHED");
  });

  it("says exactly what went, what stays and why, names the other desks, and changes nothing without a yes", async () => {
    const { bridge, clerk, memberNo } = await desk();
    const id = await photographed(clerk, memberNo);
    await bridge.client.call("case.cancel", { case: id, reason: "test" });
    await bridge.stop();
    const alone = { json: false };
    expect(await erase(bridge, memberNo, { ...alone, confirm: async () => false })).toBe(
      "Nothing was changed.",
    );
    const said = await erase(bridge, memberNo, alone);
    expect(said).toContain("2 encrypted files");
    expect(said).toContain("1 services and prints in the event log");
    expect(said).toContain("this desk works alone");
    expect(said).not.toContain("shared database");
    expect(said).not.toContain("right one");
    expect(await erase(bridge, "AG-2026-009999", alone)).toContain("Check that it is the right one");
    expect(said).not.toContain(memberNo);

    const shared = { ...bridge.config, exchange: { ...bridge.config.exchange, host: "192.0.2.10" } };
    const together = await erase(bridge, memberNo, { ...alone, config: shared, language: "id" });
    expect(together).toContain("Loket lain menghapus sendiri begitu tersambung");
    expect(together).toContain("juga di basis data bersama");
    expect(together).not.toContain("Jalankan perintah ini juga di sana");
  });
});
