import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CopiedDesk, JUDGING } from "./copied-desk.ts";

describe("one desk for the next one", () => {
  it("serves the same design, standard, calendar and devices, and nobody's data", async () => {
    const desk = await CopiedDesk.start();
    await desk.exported();
    expect(desk.said.join("\n")).toContain("Without passwords, PINs, operators' names and members' data.");
    await desk.first.stop();
    expect(await desk.imported("loket.zip", "--desk", "loket-2", "--title", "Loket 2")).toBe(1);
    // The password is what a person still has to bring.
    expect(desk.said.filter((line) => line.startsWith("!"))).toEqual([
      `! Password ${desk.at("two", "inlislite-password")}: write it to this file, readable by Titian alone`,
    ]);

    await using two = await desk.second();
    const { client } = two;
    const { designs } = await client.call("designs.list", {});
    expect(designs.find(({ name }) => name === "kartu-kota")).toMatchObject({
      ...{ title: "Kartu Kota 2026", version: 2, isApproved: true },
    });
    expect(await client.call("calendar.get", {})).toMatchObject({
      ...{ version: 1, basis: "library", judging: JUDGING },
      calendar: { closures: expect.arrayContaining([expect.objectContaining({ date: "2026-12-24" })]) },
    });
    const { desk: self, library } = two.config;
    expect(self).toMatchObject({ id: "loket-2", title: "Loket 2", others: expect.any(Array) });
    expect(self.others.map(({ id }) => id)).toEqual(["desk-2", "desk-1"]);
    const own = (await client.call("standard.list", {})).standards.find(({ id }) => id === library.standard);
    expect(own).toMatchObject({ version: 1, isPreset: false });
    const { devices } = await client.call("device.list", {});
    const printer = devices.find(({ device }) => device === "desk-1-card-printer");
    expect(printer).toMatchObject({ title: "Printer depan" });
    expect(two.bridge.store.operators.all()).toEqual([]);
    expect((await client.call("design.get", { name: "kartu-kota" })).versions).toHaveLength(1);
  });

  it("changes nothing the second time, and takes over what is newer by then", async () => {
    const desk = await CopiedDesk.start();
    await desk.exported();
    await desk.imported("loket.zip", "--desk", "loket-2");
    // The desk's own start is the only thing that its log has more after another import.
    const afterOneStart = async (): Promise<number> => {
      const two = await desk.second();
      const { lastSeq } = two.bridge.store.events;
      await two.stop();
      return lastSeq;
    };
    const [one, two] = [await afterOneStart(), await afterOneStart()];
    expect(await desk.imported()).toBe(0);
    expect(desk.said.filter((line) => line.startsWith("✓"))).toEqual([]);
    expect((await afterOneStart()) - two).toBe(two - one);

    await desk.approve("Kartu Kota 2027", 2);
    await desk.exported("baru.zip");
    expect(await desk.imported("baru.zip")).toBe(0);
    expect(desk.said.filter((line) => line.startsWith("✓"))).toEqual([
      "✓ Card design Kartu Kota 2027 (v3): taken over",
    ]);
    // An old stick does not bring the old design back.
    expect(await desk.imported("loket.zip")).toBe(1);
    expect(desk.said.filter((line) => line.startsWith("!"))).toEqual([
      "! Card design Kartu Kota 2026 (v2): left: this desk has a newer one",
    ]);
  });

  it("brings passwords and operators only where they were asked for", async () => {
    const desk = await CopiedDesk.start();
    const asked = ["--passwords", "--operators"];
    await desk.exported("rahasia.zip", ...asked);
    expect(desk.said.join("\n")).toContain("There are secrets in it");
    await desk.exported("terbuka.zip");
    for (const secret of ["kata sandi", "Kartika", "argon2id"]) {
      expect(textOf(desk.at("rahasia.zip"))).toContain(secret);
      expect(textOf(desk.at("terbuka.zip"))).not.toContain(secret);
    }
    expect(await desk.imported("rahasia.zip", "--desk", "loket-2", "--passwords", "--operators")).toBe(0);
    expect(readFileSync(desk.at("two", "inlislite-password"), "utf8")).toBe("kata sandi\n");
    expect(statSync(desk.at("two", "inlislite-password")).mode & 0o777).toBe(
      statSync(desk.at("two")).uid === 0 ? 0o640 : 0o600,
    );
    await using two = await desk.second();
    const [head, ...others] = two.bridge.store.operators.all();
    expect(head).toMatchObject({ name: "Ibu Kartika", role: "head" });
    expect(others).toEqual([]);
    const signedIn = two.client.call("operator.signIn", { id: head!.operator, pin: "482913" });
    await expect(signedIn).resolves.toBeDefined();
  });

  it("leaves to the exchange what desks share, and says which standard the desk waits for", async () => {
    const desk = await CopiedDesk.start();
    const settings = readFileSync(desk.at("one", "titian.toml"), "utf8");
    writeFileSync(desk.at("one", "titian.toml"), `${settings}\n[exchange]\nhost = "192.0.2.1"\n`);
    await desk.exported();
    expect(await desk.imported("loket.zip", "--desk", "loket-2", "--letter", "B")).toBe(1);
    expect(desk.said.join("\n")).toContain("= Card design Kartu Kota 2026 (v2): comes from the other desks");
    expect(desk.said.join("\n")).toMatch(/! Standard id\.\S+ comes by the exchange/);
    const config = desk.configOfTwo;
    expect(config).toMatchObject({ desk: { letter: "B" }, exchange: { host: "192.0.2.1" } });
    expect(config.library.standard).not.toContain("tirtamaya");
    expect(readdirSync(desk.at("two", "store", "designs"))).toEqual([]);
  });
});

const textOf = (file: string): string =>
  Object.values(unzipSync(readFileSync(file)))
    .map((bytes) => strFromU8(bytes))
    .join("\n");
