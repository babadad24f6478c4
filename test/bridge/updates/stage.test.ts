import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { damageOf } from "../../../service-install/versions/files-check.ts";
import type { Places } from "../../../service-install/versions/places.ts";
import { pointerOf } from "../../../service-install/versions/pointer.ts";
import { keysIn } from "../../../service-install/versions/signature.ts";
import { bestOffer, type Offer } from "../../../src/bridge/updates/offer.ts";
import { sourceOf, type UpdateSource } from "../../../src/bridge/updates/source.ts";
import { stage } from "../../../src/bridge/updates/stage.ts";
import { installed, newMaker } from "../../harness/signed-version.ts";
import { smallRelease } from "../../harness/small-release.ts";

const maker = newMaker();
let folder: string;
let places: Places;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-stage-"));
  places = installed(folder, "0.1.0", [maker]);
});
afterEach(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const keys = () => keysIn(places.keys);

async function offerOf(source: UpdateSource): Promise<Offer> {
  const desk = { running: "0.1.0", storeSchema: 1, pointer: pointerOf("0.1.0"), keys: keys() };
  const { offer, refused } = bestOffer(await source.manifests(never), source, desk);
  if (!offer) throw new Error(`nothing is offered: ${refused}`);
  return offer;
}

async function staged(source: UpdateSource, signal = never): Promise<readonly number[]> {
  const parts: number[] = [];
  const offer = await offerOf(source);
  const onProgress = (part: number): void => void parts.push(part);
  await stage(offer, { versions: places.versions, keys: keys(), onProgress }, signal);
  return parts;
}

const withCode = (code: string) => expect.objectContaining({ code });
const left = (): readonly string[] => readdirSync(places.versions);

describe("fetching a version", () => {
  it("puts all of it, as it was signed, beside the others, and nothing else", async () => {
    const parts = await staged(sourceOf(smallRelease(folder, "0.2.0", maker).folder));
    expect(left()).toEqual(["0.2.0"]);
    expect(await damageOf(path.join(places.versions, "0.2.0"), "0.2.0", keys())).toBeUndefined();
    expect(parts.at(-1)).toBe(1);
  });

  it("comes from the library's own web server as well", async () => {
    const { folder: released } = smallRelease(folder, "0.2.0", maker);
    const server = createServer((request, response) => {
      const file = path.join(released, path.basename(request.url ?? ""));
      if (!existsSync(file)) response.writeHead(404).end();
      else response.end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      await staged(sourceOf(`http://127.0.0.1:${port}/titian`));
      expect(left()).toEqual(["0.2.0"]);
      rmSync(path.join(released, "titian.update.json"));
      await expect(sourceOf(`http://127.0.0.1:${port}`).manifests(never)).rejects.toEqual(
        withCode("UPDATE_SOURCE_AWAY"),
      );
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it("ends plainly when the server goes away in the middle, and leaves nothing", async () => {
    const { folder: released, archive } = smallRelease(folder, "0.2.0", maker);
    const server = createServer((request, response) => {
      const file = path.join(released, path.basename(request.url ?? ""));
      const bytes = readFileSync(file);
      if (file !== archive) return response.end(bytes);
      response.writeHead(200, { "content-length": bytes.length });
      return response.write(bytes.subarray(0, 100), () => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      await expect(staged(sourceOf(`http://127.0.0.1:${port}/`))).rejects.toEqual(
        withCode("UPDATE_SOURCE_AWAY"),
      );
      expect(left()).toEqual([]);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  const harms: readonly (readonly [string, (archive: string) => void])[] = [
    ["is cut off", (archive) => truncateSync(archive, 200)],
    ["has a byte more", (archive) => appendFileSync(archive, "x")],
    ["has another byte", (archive) => tamper(archive)],
    ["is something else", (archive) => writeFileSync(archive, "not an archive")],
  ];
  it.each(harms)("refuses an archive that %s, and leaves nothing", async (_what, harm) => {
    const { folder: released, archive } = smallRelease(folder, "0.2.0", maker);
    harm(archive);
    await expect(staged(sourceOf(released))).rejects.toEqual(withCode("UPDATE_DAMAGED"));
    expect(left()).toEqual([]);
  });

  const strangers: readonly (readonly [string, readonly string[]])[] = [
    ["climbs out of its folder", ["--transform=s,lib/titian.mjs,../../../outside.mjs,"]],
    ["is a link", ["--transform=s,nothing,nothing,", "link"]],
    ["is not listed", ["stranger"]],
  ];
  it.each(strangers)("refuses an archive with an entry that %s, whoever signed it", async (_what, tar) => {
    mkdirSync(path.join(folder, "made"), { recursive: true });
    symlinkSync("/etc/passwd", path.join(folder, "made/link"));
    writeFileSync(path.join(folder, "made/stranger"), "");
    const { folder: released } = smallRelease(folder, "0.2.0", maker, { tar });
    await expect(staged(sourceOf(released))).rejects.toEqual(withCode("UPDATE_DAMAGED"));
    expect(left()).toEqual([]);
    expect(existsSync(path.join(folder, "outside.mjs"))).toBe(false);
  });

  it("refuses a program that does not run here, and one that calls itself otherwise", async () => {
    const broken = smallRelease(path.join(folder, "a"), "0.2.0", maker, { node: "#!/bin/sh\nexit 1\n" });
    await expect(staged(sourceOf(broken.folder))).rejects.toEqual(withCode("UPDATE_DOES_NOT_RUN"));
    const other = smallRelease(path.join(folder, "b"), "0.2.0", maker, { node: "#!/bin/sh\necho 0.3.0\n" });
    await expect(staged(sourceOf(other.folder))).rejects.toEqual(withCode("UPDATE_DOES_NOT_RUN"));
    expect(left()).toEqual([]);
  });

  it("says when the stick is not there", async () => {
    await expect(sourceOf(path.join(folder, "absent")).manifests(never)).rejects.toEqual(
      withCode("UPDATE_SOURCE_AWAY"),
    );
  });

  it("finds the version among pipes, sockets, folders and what is too large, and none where nothing else lies", async () => {
    const { folder: released } = smallRelease(folder, "0.2.0", maker);
    const strange = (of: string, name: string) => path.join(of, `titian-${name}.update.json`);
    const empty = path.join(folder, "empty");
    mkdirSync(empty);
    const socket = createServer();
    for (const place of [released, empty]) {
      execFileSync("mkfifo", [strange(place, "9.0.0")]);
      mkdirSync(strange(place, "9.1.0"));
      symlinkSync("/dev/zero", strange(place, "9.2.0"));
      writeFileSync(strange(place, "9.3.0"), "");
      truncateSync(strange(place, "9.3.0"), 17 * 1024 * 1024);
    }
    await new Promise<void>((resolve) => socket.listen(strange(released, "9.4.0"), resolve));
    try {
      await staged(sourceOf(released));
      expect(left()).toEqual(["0.2.0"]);
      expect(await sourceOf(empty).manifests(never)).toEqual([]);
    } finally {
      await new Promise((resolve) => socket.close(resolve));
    }
  });

  it.each(["a pipe", "a link"])("does not follow %s in the place of an archive", async (what) => {
    const { folder: released, archive } = smallRelease(folder, "0.2.0", maker);
    const kept = `${archive}.kept`;
    renameSync(archive, kept);
    if (what === "a pipe") execFileSync("mkfifo", [archive]);
    else symlinkSync(kept, archive);
    await expect(staged(sourceOf(released))).rejects.toEqual(withCode("UPDATE_SOURCE_AWAY"));
    expect(left()).toEqual([]);
  });

  it("is done already when the version lies there whole, without its source, and mends a damaged one", async () => {
    const { folder: released, archive } = smallRelease(folder, "0.2.0", maker);
    await staged(sourceOf(released));
    const kept = readFileSync(archive);
    rmSync(archive);
    await staged(sourceOf(released));
    writeFileSync(archive, kept);
    writeFileSync(path.join(places.versions, "0.2.0/lib/titian.mjs"), "");
    await staged(sourceOf(released));
    expect(await damageOf(path.join(places.versions, "0.2.0"), "0.2.0", keys())).toBeUndefined();
  });

  it("stops when it is told to, and leaves nothing", async () => {
    const stopping = AbortSignal.abort(new Error("stopped"));
    await expect(staged(sourceOf(smallRelease(folder, "0.2.0", maker).folder), stopping)).rejects.toThrow(
      "stopped",
    );
    expect(left()).toEqual([]);
  });
});

function tamper(archive: string): void {
  const bytes = readFileSync(archive);
  bytes.writeUInt8(bytes.readUInt8(150) ^ 1, 150);
  writeFileSync(archive, bytes);
}
