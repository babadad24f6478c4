import { describe, expect, it } from "vitest";
import { mail } from "../../../src/bridge/cli/checks/mail.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import type { Config } from "../../../src/bridge/config/schema.ts";
import { MailOffice } from "../../harness/mail-office.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const demo = demoConfig({ folder: "/nowhere", port: 0 });

const findings = (settings: Partial<Config["mail"]>) =>
  mail.run(
    {
      ...{ drivers: [], clock: new ManualClock(), log: new SilentLog(), language: "id" },
      config: { ...demo, mail: { ...demo.mail, ...settings } },
    },
    new AbortController().signal,
  );

describe("titian doctor, of the mail server", () => {
  it("says nothing where none is configured", async () => {
    expect(await findings({})).toEqual([]);
  });

  it("logs in and sends nothing", async () => {
    await using office = await MailOffice.open({ disabledCommands: ["STARTTLS"] });
    const settings = {
      host: "127.0.0.1",
      port: office.port,
      security: "none",
      from: "a@contoh.invalid",
    } as const;
    expect(await findings(settings)).toEqual([expect.objectContaining({ check: "mail", outcome: "ok" })]);
    expect(office.letters).toEqual([]);
  });

  it("says what to mend when the server offers no encryption, and that the password's file is missing", async () => {
    await using office = await MailOffice.open({ disabledCommands: ["STARTTLS"] });
    const settings = { host: "127.0.0.1", port: office.port, from: "a@contoh.invalid" } as const;
    const [finding] = await findings(settings);
    expect(finding).toMatchObject({ outcome: "fail", mend: expect.stringContaining("mail.security") });
    const [missing] = await findings({ ...settings, user: "perpus", passwordFile: "/nowhere/at/all" });
    expect(missing).toMatchObject({ check: "mail-password", outcome: "fail" });
  });
});
