import type { Edited } from "../../photo/photo-edits.ts";
import type { Shot } from "../../photo/photo-session.ts";
import { keepShot, sendShot } from "../../photo/send-shot.ts";
import type { CompanionModel } from "../companion-model.ts";
import { PhotoNotPut, type PhotoPlace, type Put, type PutFailure } from "../pages/page.ts";

/** The page has a shorter patience of its own; this is for one that does not come back at all. */
const PUT_WITHIN_MS = 60_000;

/** Whose photo it is. All of it undefined on a form for somebody new. */
export interface PhotoOwner {
  readonly caseId: string | undefined;
  readonly memberId: string | undefined;
  readonly memberNo: string | undefined;
  /** The photo's name in INLISLite before. */
  readonly before: string | null;
}

/** The photo as INLISLite should get it. With a case it is kept there first: card and INLISLite show copies of one picture. */
export async function jpegOfShot(
  { connection, desk }: CompanionModel,
  shot: Shot,
  edited: Edited,
  caseId: string | undefined,
): Promise<Uint8Array> {
  if (caseId === undefined) {
    const { photo } = await sendShot(connection, shot, (frame) =>
      connection.call("photo.prepare", { photo: frame, ...edited }),
    );
    return connection.frame(photo);
  }
  desk.putCase(await keepShot(connection, caseId, shot, edited));
  const { photo } = await connection.call("photo.get", { case: caseId, copy: "inlislite" });
  return connection.frame(photo);
}

export type Outcome = { readonly put: Put } | { readonly failure: PutFailure };

/** Anything that is no `PhotoNotPut` is a page that is not what it was. */
export async function putPhoto(place: PhotoPlace, jpeg: Uint8Array): Promise<Outcome> {
  const giveUp = AbortSignal.timeout(PUT_WITHIN_MS);
  try {
    return { put: await place.put(jpeg, giveUp) };
  } catch (thrown) {
    if (thrown instanceof PhotoNotPut) return { failure: thrown.failure };
    return { failure: giveUp.aborted ? "timeout" : "not-there" };
  }
}

/**
 * Reads back from the database whether it is there. Undefined where that cannot be known now: the page itself has read the
 * photo back, which then has to do.
 */
export async function isConfirmed(
  { connection }: CompanionModel,
  { caseId, memberId, memberNo, before }: PhotoOwner,
): Promise<boolean | undefined> {
  if (memberId === undefined || memberNo === undefined) return undefined;
  return connection
    .call("photo.delivered", { case: caseId ?? null, memberId, memberNo, before })
    .then(({ confirmed }) => confirmed)
    .catch(() => undefined);
}
