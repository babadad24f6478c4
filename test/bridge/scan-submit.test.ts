import { describe, expect, it } from "vitest";
import type { EventPayload } from "../../src/bridge/protocol/events.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const WEDGE = "desk-1-wedge";

function deskWith(...wedges: readonly { readonly id: string; readonly prefix?: string }[]) {
  return startBridge({
    config: (demo) => ({
      ...demo,
      devices: [
        ...demo.devices,
        ...wedges.map(({ id, prefix = "" }) => ({ id, driver: "scanner-wedge", options: { prefix } })),
      ],
    }),
  });
}

/** Submits and waits for what every page is told. */
async function told(desk: TestBridge, params: { readonly text: string; readonly device?: string }) {
  const events: EventPayload<"scanner.scanned">[] = [];
  using _heard = desk.client.on("scanner.scanned", (event) => events.push(event));
  await desk.client.call("scan.submit", params);
  await desk.client.call("system.ping", {});
  return events;
}

const lastScanOf = (desk: TestBridge, id = WEDGE): Date | undefined =>
  desk.bridge.devices.require(id as DeviceId, "scanner").lastScanAt;

describe("a scan that a page submits", () => {
  it("is credited to the only keyboard scanner of the desk, and followed once", async () => {
    await using desk = await deskWith({ id: WEDGE });
    expect(await told(desk, { text: "no-such-card" })).toMatchObject([{ device: WEDGE, effect: "unknown" }]);
    expect(lastScanOf(desk)).toBeInstanceOf(Date);
  });

  it("is nobody's where there is no keyboard scanner, or two to choose from", async () => {
    await using none = await deskWith();
    expect(await told(none, { text: "no-such-card" })).toMatchObject([{ device: null }]);
    await using two = await deskWith({ id: WEDGE }, { id: "desk-1-other", prefix: "~" });
    expect(await told(two, { text: "no-such-card" })).toMatchObject([{ device: null }]);
    expect(await told(two, { text: "no-such-card", device: "desk-1-other" })).toMatchObject([
      { device: "desk-1-other" },
    ]);
    expect([lastScanOf(two), lastScanOf(two, "desk-1-other")]).toEqual([undefined, expect.any(Date)]);
  });

  it("is refused for a device that is none", async () => {
    await using desk = await deskWith();
    const submit = (device: string) => desk.client.call("scan.submit", { text: "A-1", device });
    await expect(submit("no-such-device")).rejects.toMatchObject({ code: "DEVICE_NOT_FOUND" });
    await expect(submit("desk-1-card-printer")).rejects.toMatchObject({ code: "CAPABILITY_MISSING" });
  });

  it("finds the member although the scanner sends the symbology before the number", async () => {
    await using desk = await deskWith({ id: WEDGE });
    const member = await new Clerk(desk).someMember();
    const found = await desk.client.call("scan.submit", { text: `]C0${member.memberNo}` });
    expect(found.members.map(({ memberNo }) => memberNo)).toEqual([member.memberNo]);
  });

  it("finds pages that know the prefix", async () => {
    await using desk = await deskWith({ id: WEDGE, prefix: "~" });
    const { devices } = await desk.client.call("desk.get", {});
    const prefixes = devices.flatMap(({ device, wedgePrefix }) =>
      wedgePrefix === null ? [] : [[device, wedgePrefix]],
    );
    expect(prefixes).toEqual([[WEDGE, "~"]]);
  });
});
