import { createCanvas } from "@napi-rs/canvas";
import type { CardContent } from "../../src/cards/print-job.ts";
import type { MemberNo } from "../../src/kernel/types.ts";

let photo: Promise<Uint8Array> | undefined;

/** The nth of many invented members: another number and name each, and a photo of a camera's size. */
export async function inventedMember(nth = 0): Promise<CardContent> {
  photo ??= studioPhoto();
  return {
    libraryName: "Perpustakaan Umum Kabupaten Tirtamaya",
    locationName: "Layanan Keliling",
    memberNo: String(26_110_000_412 + nth) as MemberNo,
    fullName: `Dewi Kusumaningtyas Hapsari ${nth}`,
    memberType: "Mahasiswa",
    validUntil: "22-11-2027",
    registeredOn: undefined,
    printedOn: undefined,
    isMinor: undefined,
    photo: await photo,
  };
}

function studioPhoto(): Promise<Uint8Array> {
  const canvas = createCanvas(900, 1200);
  const context = canvas.getContext("2d");
  const ground = context.createLinearGradient(0, 0, 900, 1200);
  ground.addColorStop(0, "#dfe3de");
  ground.addColorStop(1, "#3d5a52");
  context.fillStyle = ground;
  context.fillRect(0, 0, 900, 1200);
  return canvas.encode("jpeg", 90);
}
