/** The bridge window: what it says while it stands beside INLISLite's page. */
export const bridge = {
  title: "Jembatan Titian",
  keepOpen: "Biarkan jendela ini terbuka selama Anda bekerja di INLISLite.",
  page: "Untuk halaman",
  why: "Peramban tidak mengizinkan halaman INLISLite menghubungi perangkat loket secara langsung. Jendela ini yang menyampaikannya.",
  states: {
    alone: {
      title: "Belum ada halaman",
      mend: "Buka jendela ini dari tombol Titian di halaman INLISLite. Jendela yang ini boleh ditutup.",
    },
    knocking: { title: "Mencari halaman INLISLite", mend: "Tersambung sendiri begitu halamannya siap." },
    connecting: { title: "Menyambung", mend: "Sebentar lagi siap." },
    pairing: {
      title: "Menunggu izin loket",
      mend: "Cocokkan kode di halaman INLISLite, lalu izinkan di konsol Titian.",
    },
    open: { title: "Tersambung", mend: "Jendela ini boleh diperkecil." },
    away: {
      title: "Titian tidak menjawab",
      mend: "Disambung lagi otomatis. Pastikan Titian di komputer ini berjalan.",
    },
    left: { title: "Halaman INLISLite ditutup", mend: "Jendela ini boleh ditutup." },
  },
};

export type BridgeText = typeof bridge;
