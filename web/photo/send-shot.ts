import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { type Connection, faultOf } from "../console/connection.ts";
import type { Edited } from "./photo-edits.ts";
import type { Shot } from "./photo-session.ts";

/**
 * Names the shot to the daemon. It holds its own pictures for ten minutes; after that, and for a picture of the page, the
 * page's copy is sent.
 */
export async function sendShot<T>(
  connection: Connection,
  { bytes, frame }: Shot,
  work: (photo: string) => Promise<T>,
): Promise<T> {
  if (frame === undefined) return work(connection.upload(bytes));
  return work(frame).catch((thrown: unknown) => {
    if (faultOf(thrown)?.code !== "FRAME_UNKNOWN") throw thrown;
    return work(connection.upload(bytes));
  });
}

/** The shot becomes the case's photo. One that the case was made of already is not sent again: each encoding would cost it some. */
export function keepShot(
  connection: Connection,
  caseId: string,
  shot: Shot,
  edited: Edited,
): Promise<CaseView> {
  const { source } = shot;
  if (source === "kept") return connection.call("photo.edit", { case: caseId, ...edited });
  return sendShot(connection, shot, (photo) =>
    connection.call("photo.keep", { case: caseId, photo, source, ...edited }),
  );
}
