import { createCanvas, loadImage } from "@napi-rs/canvas";
import { reply } from "../exchange.ts";
import { decodeDataUri } from "../php.ts";
import type { Handler, SiteParts } from "../site.ts";
import { saveMember } from "./save-member.ts";

/** The folder that holds the product's applications and, shared by all of them, the photos. */
export const besideBackend = (prefix: string): string => prefix.slice(0, prefix.lastIndexOf("/"));

/** The same name serves every photo of a member, so that a browser is told to ask anew each time. */
export function photoAddress({ photos, prefix }: SiteParts, name: string | null): string {
  const shown = name !== null && name !== "" && photos.has(name) ? name : "nophoto.jpg";
  return `${besideBackend(prefix)}/uploaded_files/foto_anggota/${shown}?timestamp=${Math.floor(Math.random() * 2 ** 31)}`;
}

/** `save-foto?id=`: no check, no size. With no PhotoUrl but a file of that name, the bytes go where nobody looks. */
export function savePhoto(parts: SiteParts): Handler {
  const { db, photos } = parts;
  return async (visit) => {
    const id = visit.query.get("id") ?? "";
    const member = await db.row<{ readonly PhotoUrl: string | null }>(
      "SELECT PhotoUrl FROM members WHERE ID = ?",
      [id],
    );
    const bytes = decodeDataUri(visit.form.get("imgBase64") ?? ",");
    if (!member || !bytes) throw new Error("Creating default object from empty value");
    const name = `${id}.jpg`;
    photos.write(member.PhotoUrl === null && photos.has(name) ? `${id}-1.jpg` : name, bytes);
    await saveMember(parts, visit, id, { PhotoUrl: name });
    return reply(200, "1", { "content-type": "text/html; charset=UTF-8" });
  };
}

/** `upload-foto-anggota?id=`: forced to 400 x 500, whatever it was. */
export function uploadPhoto(parts: SiteParts): Handler {
  return async (visit) => {
    const file = visit.files.find(({ field }) => field === "image");
    if (!file) throw new Error("Call to a member function on null");
    const canvas = createCanvas(400, 500);
    canvas.getContext("2d").drawImage(await loadImage(file.bytes), 0, 0, 400, 500);
    const name = parts.photos.has(file.name) ? `${Date.now()}_${file.name}` : file.name;
    parts.photos.write(name, await canvas.encode("jpeg", 90));
    await saveMember(parts, visit, visit.query.get("id") ?? "", { PhotoUrl: name });
    return reply(200, "{}", { "content-type": "application/json; charset=UTF-8" });
  };
}

export function deletePhoto(parts: SiteParts): Handler {
  return async (visit) => {
    await saveMember(parts, visit, visit.form.get("memberID") ?? "", { PhotoUrl: null });
    return reply(200, "1", { "content-type": "text/html; charset=UTF-8" });
  };
}
