/** Versi baru Titian, di halaman Perangkat. */
export const updates = {
  offered: (version: string) => `Titian ${version} tersedia.`,
  ready: "Memasangnya menutup layar ini beberapa detik.",
  apply: "Pasang sekarang",
  fetching: (percent: number) => `Sedang diambil dan diperiksa: ${percent} %.`,
  waiting: "Dipasang sebentar lagi.",
  switching: "Titian dimulai ulang. Tunggu beberapa detik.",
  busy: {
    case: "Dipasang begitu tidak ada layanan yang berjalan.",
    print: "Dipasang begitu tidak ada kartu yang dicetak.",
  },
  left: (version: string) => `Titian ${version} ditinggalkan.`,
  why: {
    "never-healthy":
      "Versi itu dicoba tiga kali dan tidak pernah siap; versi sebelumnya dipakai lagi. Catatan tetap lengkap.",
    "not-steady":
      "Versi itu semula siap, lalu tiga kali berhenti atau macet; versi sebelumnya dipakai lagi. Catatan tetap lengkap.",
    damaged: "Berkasnya berubah sejak ditandatangani; versi sebelumnya dipakai lagi. Catatan tetap lengkap.",
    "taken-back": "Teknisi kembali ke versi sebelumnya.",
  },
};
