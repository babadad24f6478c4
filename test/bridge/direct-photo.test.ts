import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ODD_NUMBERS } from "../../src/inlislite/embedded/odd-members.ts";
import { INLISLITE_VERSIONS } from "../../src/inlislite/member.ts";
import { CAMERA, Clerk } from "../harness/clerk.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { PhotoDesk, STAFF } from "../harness/photo-desk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const CROP = { x: 0.25, y: 0.1, width: 0.5, height: 0.8 };

describe.each(INLISLITE_VERSIONS)("a desk that writes photos directly into INLISLite %s", (version) => {
  let server: MariaDb;
  let inlislite: PhotoDesk;
  let desk: TestBridge;
  let clerk: Clerk;

  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    inlislite = await PhotoDesk.open(server, version);
    desk = await startBridge({ config: await inlislite.configure() });
    clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
    return async () => {
      await desk[Symbol.asyncDispose]();
      inlislite[Symbol.dispose]();
    };
  });

  const opened = async (number: string = ODD_NUMBERS.apostrophe) => clerk.open(number);
  const keep = async (id: string) => {
    const { photo } = await clerk.client.call("camera.capture", { device: CAMERA });
    return clerk.client.call("photo.keep", { case: id, photo, source: "camera", crop: CROP });
  };

  it("stores what the console keeps, by itself, and the case says so", async () => {
    expect((await clerk.client.call("desk.get", {})).isPhotoDirect).toBe(true);
    const view = await opened();
    const kept = await keep(view.case);
    expect(kept.photoDelivery).toBeNull();
    const after = await clerk.until(view.case, ({ photoDelivery }) => photoDelivery !== null);
    expect(after.photoDelivery).toEqual({ how: "direct", confirmed: true, code: null });
    expect([after.now, after.status]).toEqual([kept.now, kept.status]);
    const row = await inlislite.member();
    expect(row).toMatchObject({ UpdateBy: STAFF, UpdateTerminal: "titian desk-1" });
    const { photo } = await clerk.client.call("photo.get", { case: view.case, copy: "inlislite" });
    const jpeg = await clerk.client.frame(photo);
    expect(Buffer.compare(inlislite.read(String(row["PhotoUrl"])), jpeg)).toBe(0);
  });

  it("says why it could not, keeps the photo, and tries again when asked", async () => {
    await inlislite.run("UPDATE members SET UpdateDate = NULL WHERE MemberNo = ?", [ODD_NUMBERS.apostrophe]);
    const view = await opened();
    await inlislite.run("UPDATE users SET ID = 8 WHERE ID = ?", [STAFF]);
    await keep(view.case);
    const failed = await clerk.until(view.case, ({ photoDelivery }) => photoDelivery !== null);
    expect(failed.photoDelivery).toEqual({ how: "direct", confirmed: false, code: "INLISLITE_USER_UNKNOWN" });
    expect(failed.photo).not.toBeNull();
    await inlislite.run("UPDATE users SET ID = ? WHERE ID = 8", [STAFF]);
    const again = await clerk.client.call("photo.write", { case: view.case });
    expect(again.photoDelivery).toEqual({ how: "direct", confirmed: true, code: null });
    expect(inlislite.files).toHaveLength(1);
  });

  it("writes for nobody while the case has no member, and for no twin", async () => {
    const nobody = await clerk.client.call("case.open", {
      ...{ member: null, kind: "new", channel: "in-person", standard: desk.config.library.standard },
    });
    await keep(nobody.case);
    await expect(clerk.client.call("photo.write", { case: nobody.case })).rejects.toEqual(
      refusal("MEMBER_NOT_FOUND"),
    );
    const twin = await opened(ODD_NUMBERS.twins);
    await keep(twin.case);
    const failed = await clerk.until(twin.case, ({ photoDelivery }) => photoDelivery !== null);
    expect(failed.photoDelivery).toMatchObject({ confirmed: false, code: "MEMBER_NO_AMBIGUOUS" });
    expect(inlislite.files).toEqual([]);
  });

  it("has nothing to write without a photo", async () => {
    const view = await opened();
    await expect(clerk.client.call("photo.write", { case: view.case })).rejects.toEqual(
      refusal("PHOTO_MISSING"),
    );
  });

  it("forgets what it said of an older photo once a newer one is kept", async () => {
    const view = await opened();
    await keep(view.case);
    await clerk.until(view.case, ({ photoDelivery }) => photoDelivery?.confirmed === true);
    const kept = await keep(view.case);
    expect(kept.photoDelivery).toBeNull();
    const after = await clerk.until(view.case, ({ photoDelivery }) => photoDelivery !== null);
    expect(after.photoDelivery?.confirmed).toBe(true);
  });
});

describe("a desk that does not write photos itself", () => {
  it("says so", async () => {
    await using desk = await startBridge();
    const clerk = new Clerk(desk);
    await desk.bridge.supervisor.firstAttempts();
    const view = await clerk.photograph(await clerk.open((await clerk.someMember()).memberNo));
    expect(view.photoDelivery).toBeNull();
    expect((await clerk.client.call("desk.get", {})).isPhotoDirect).toBe(false);
    await expect(clerk.client.call("photo.write", { case: view.case })).rejects.toEqual(
      refusal("PHOTO_DIRECT_OFF"),
    );
    const after = await clerk.client.call("case.get", { case: view.case });
    expect(after.photoDelivery).toBeNull();
  });
});
