import type { Addresses } from "../sighting.ts";

/** `public/uploads/anggota/` as the browser sees it; never below `index.php`, where some sites keep their pages. */
export const photoAddressIn33 =
  (base: string) =>
  (photoName: string): string =>
    `${base.replace(/\/index\.php\/$/u, "/")}uploads/anggota/${encodeURIComponent(photoName)}`;

export const addressesIn33 = (base: string): Addresses => ({
  addressOf: (memberId) => `${base}anggota/edit/${encodeURIComponent(memberId)}`,
  photoAddressOf: photoAddressIn33(base),
});
