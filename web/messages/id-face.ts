/** What a picture's faces tell; wherever a photo is cropped. */
export const face = {
  placed: "Wajah ditemukan, bingkai sudah disesuaikan",
  one: "Satu wajah terlihat",
  none: "Wajah tidak ditemukan.",
  noneMend: "Atur bingkainya sendiri; foto tetap bisa dipakai.",
  several: "Ada lebih dari satu wajah.",
  severalMend: "Atur bingkai pada anggotanya, atau ambil lagi.",
  small: "Wajah terlihat kecil.",
  smallMend: "Dekatkan kamera lalu ambil lagi, atau pakai foto ini.",
};
