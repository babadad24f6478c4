import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { drawnSignature } from "../../../src/bridge/cli/self-check-signature.ts";
import { Clerk } from "../../harness/clerk.ts";
import { startBridge } from "../../harness/start-bridge.ts";

/** Invented, and long enough to be found wherever it lies. */
const SAID = "Saya menunggu tiga jam di loket dan tidak dilayani";
const COMPLAINANT = "Gunawan Setiabudi Rekaan";
const COLLECTOR = "Wiratma Kusumajaya Rekaan";
const PICTURES = [Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("\x89PNG\r\n", "latin1")];

it("keeps photos, their originals, drawn signatures, collectors and complaints encrypted, and the key for its owner alone", async () => {
  await using desk = await startBridge();
  const { client, folder } = desk;
  const clerk = new Clerk(desk);
  const { memberNo } = await clerk.someMember(0);
  let view = await clerk.open(memberNo);
  while (view.work !== "photo") view = await clerk.done(view);
  view = await clerk.photograph(view);
  while (view.work !== "handover" && view.now) {
    const step = { case: view.case, step: view.now, result: "not-needed" } as const;
    view = await client.call("case.completeStep", step);
  }
  await client.call("case.handOver", {
    ...{ case: view.case, identity: "ktp", phoneConfirmed: true, hasConsent: true },
    ...{ signature: "drawn", drawing: client.upload(drawnSignature()) },
    collector: { relation: "other", name: COLLECTOR },
  });
  await client.call("complaint.receive", {
    ...{ complaint: crypto.randomUUID(), channel: "box", subject: "waiting-time", text: SAID },
    ...{ standard: "id.lebak.pembuatan-kta", name: COMPLAINANT, contact: "0800 0000 17" },
  });

  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  // What a simulated printer has "printed" lies in its tray, as cards do.
  const isKept = ({ parentPath }: { readonly parentPath: string }): boolean =>
    !path.relative(folder, parentPath).startsWith("devices");
  expect(files.filter(({ parentPath }) => path.basename(parentPath) === "vault")).toHaveLength(5);
  for (const file of files.filter(isKept)) {
    const bytes = readFileSync(path.join(file.parentPath, file.name));
    for (const text of [SAID, COMPLAINANT, COLLECTOR, "Gunawan", "Wiratma"])
      expect(bytes.includes(text), `${file.name}: ${text}`).toBe(false);
    for (const picture of PICTURES) expect(bytes.includes(picture), file.name).toBe(false);
  }
  if (process.platform === "win32") return;
  for (const name of ["site-key", "titian.sqlite", "mirror.sqlite"])
    expect(statSync(path.join(folder, name)).mode & 0o077, name).toBe(0);
  expect(statSync(path.join(folder, "vault")).mode & 0o077).toBe(0);
});
