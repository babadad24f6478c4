/** How a running case stands to its times, at the desk and in INLISLite's pages. */
export const pace = {
  stepNear: "Target langkah hampir habis",
  stepOver: "Target langkah sudah lewat",
  stepLeft: (left: string) => `Langkah: sisa ${left}`,
  stepPast: (over: string) => `Langkah lewat ${over}`,
  promiseLeft: (left: string) => `Hampir lewat, sisa ${left}`,
  promiseNear: "Waktu layanan hampir habis",
  promiseOver: "Waktu layanan sudah lewat",
  ready: (verdict: string) => `Siap diserahkan · ${verdict.toLowerCase()}`,
  done: (took: string) => `Selesai dalam ${took}`,
  cancelled: "Layanan dibatalkan",
  notServed: "Tidak dilayani",
};
