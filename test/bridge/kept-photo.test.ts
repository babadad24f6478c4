import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { AS_TAKEN } from "../../src/cards/photo-look.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const CROP = { x: 0.25, y: 0.1, width: 0.5, height: 0.8 };
const LOOK = { ...AS_TAKEN, brightness: 1.2, rollDegrees: 4 };

describe("a photo that is opened again", () => {
  let desk: TestBridge;
  let clerk: Clerk;
  let view: CaseView;

  beforeAll(async () => {
    desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
    clerk = new Clerk(desk);
    view = await clerk.upToPrint((await clerk.someMember()).memberNo);
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  const bytesOf = async (photo: string): Promise<string> =>
    createHash("sha256")
      .update(await clerk.client.frame(photo))
      .digest("hex");
  const original = async () => {
    const { photo, ...edits } = await clerk.client.call("photo.original", { case: view.case });
    return { bytes: await bytesOf(photo), edits };
  };
  const card = async () => bytesOf((await clerk.client.call("photo.get", { case: view.case })).photo);

  it("is made anew of the same picture, however often, and the case stays at its step", async () => {
    const before = await original();
    const first = await card();
    for (const look of [LOOK, { ...LOOK, quarterTurns: 1 }, LOOK]) {
      const edited = await clerk.client.call("photo.edit", { case: view.case, crop: CROP, look });
      expect([edited.work, edited.status]).toEqual([view.work, view.status]);
      expect(edited.photo).not.toBe(view.photo);
      expect(await original()).toEqual({ bytes: before.bytes, edits: { crop: CROP, look } });
    }
    expect(await card()).not.toBe(first);
    const taken = desk.bridge.store.events
      .read(`case/${view.case}`)
      .flatMap((event) => (event.type === "case.photoTaken" ? [event.data.source] : []));
    expect(taken).toEqual(["camera", "camera", "camera", "camera"]);
  });

  it("leaves one photo and one original in the vault", () => {
    expect(readdirSync(path.join(desk.folder, "vault"))).toHaveLength(2);
  });

  it("is not there for a case whose original is gone", async () => {
    const other = await clerk.open((await clerk.someMember(1)).memberNo);
    const asked = { case: other.case, crop: CROP, look: LOOK };
    await expect(clerk.client.call("photo.edit", asked)).rejects.toMatchObject({
      code: "PHOTO_ORIGINAL_GONE",
    });
  });

  it("is not changed while the case is paused", async () => {
    await clerk.client.call("case.pause", { case: view.case, reason: "applicant-away" });
    const asked = { case: view.case, crop: CROP, look: AS_TAKEN };
    await expect(clerk.client.call("photo.edit", asked)).rejects.toMatchObject({ code: "CASE_PAUSED" });
  });
});
