import type { Addresses } from "../sighting.ts";
import { SELECTORS } from "./selectors.ts";

/** Photos lie beside the back office's folder; a page that shows one says where for certain. */
export function addressesIn32(document: Document, base: string): Addresses {
  const shown = document.querySelector<HTMLImageElement>(SELECTORS.other.storedPhoto);
  const folder = shown
    ? shown.src.replace(/(uploaded_files\/foto_anggota\/).*$/u, "$1")
    : new URL("../uploaded_files/foto_anggota/", base).href;
  return {
    addressOf: (memberId) => `${base}member/member/update?id=${encodeURIComponent(memberId)}`,
    photoAddressOf: (photoName) => `${folder}${encodeURIComponent(photoName)}`,
  };
}
