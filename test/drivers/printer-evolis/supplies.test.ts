import { describe, expect, it } from "vitest";
import { never } from "../../contract/make-device.ts";
import { begin, openedEvolis } from "./opened-printer.ts";

async function levels(answers: Record<string, string | undefined>, options: Record<string, unknown> = {}) {
  const { device, printer } = await openedEvolis(options);
  for (const [command, answer] of Object.entries(answers)) {
    if (answer === undefined) printer.answers.delete(command);
    else printer.answers.set(command, answer);
  }
  return await device.capability("supplies")!.levels(never);
}

describe("what is left in an Evolis printer", () => {
  it("is the ribbon, with the maker's own doubt in its name, the cards until cleaning, and the feeder's sensor", async () => {
    expect(await levels({})).toEqual([
      { kind: "ribbon", name: "YMCKO (not accurate)", left: 143, percent: undefined, isLow: false },
      { kind: "cleaning", name: "Rco;n", left: 18, percent: undefined, isLow: true },
      { kind: "cards", name: "Sk;f", left: undefined, percent: undefined, isLow: false },
    ]);
  });

  it.each([
    [21, 20, false],
    [20, 20, true],
    [0, 20, true],
    [4, 3, false],
  ])("with %i cards on the ribbon and a threshold of %i is low: %s", async (left, lowAtCards, isLow) => {
    const [ribbon] = await levels({ "Rco;l": `${left}\0` }, { lowAtCards });
    expect(ribbon).toMatchObject({ left, isLow });
  });

  it.each([
    ["1", undefined, true],
    ["2", undefined, true],
    ["3", 0, true],
  ])("with the feeder at %s is %s cards", async (level, left, isLow) => {
    const cards = (await levels({ "Sk;f": level })).find(({ kind }) => kind === "cards");
    expect(cards).toMatchObject({ left, isLow });
  });

  it("leaves out what the printer does not say in numbers", async () => {
    const kinds = (await levels({ "Rco;l": "ERR CARD", "Rco;n": undefined, "Sk;f": "9" })).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual([]);
  });

  it("takes another counter for cleaning, or none", async () => {
    const other = await levels({ "Rco;m": "900" }, { cleaningCounter: "Rco;m" });
    expect(other.find(({ kind }) => kind === "cleaning")).toMatchObject({ name: "Rco;m", left: 900 });
    const none = await levels({}, { cleaningCounter: "none" });
    expect(none.some(({ kind }) => kind === "cleaning")).toBe(false);
  });

  it("is not asked for between the panels of a card: the last answer stands", async () => {
    const { device, printer } = await openedEvolis();
    const { ended, reference } = begin(device);
    await reference;
    printer.answers.set("Rco;l", "142");
    const asked = printer.calls.filter(({ method }) => method === "CMD.SendCommand").length;
    expect((await device.capability("supplies")!.levels(never))[0]?.left).toBe(143);
    expect(printer.calls.filter(({ method }) => method === "CMD.SendCommand")).toHaveLength(asked);
    await ended;
    expect((await device.capability("supplies")!.levels(never))[0]?.left).toBe(142);
  });

  it("is not asked for while another program prints either", async () => {
    const { device, printer, make } = await openedEvolis();
    printer.printMs = 3_000;
    const other = await make();
    await other.open(never);
    await begin(device).reference;
    await expect.poll(() => printer.isPrinting).toBe(true);
    const looks = printer.calls.length;
    await expect.poll(() => printer.calls.length - looks).toBeGreaterThan(20);
    printer.answers.set("Rco;l", "142");
    expect((await other.capability("supplies")!.levels(never))[0]?.left).toBe(143);
  });

  it("cannot be asked of a printer that is away", async () => {
    const { device } = await openedEvolis();
    const gauge = device.capability("supplies")!;
    await device.close();
    await expect(gauge.levels(never)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });
});
