/** What became of the numbers of a period. */
type NumberFate = "taken" | "served" | "inQueue" | "absent" | "withdrawn" | "forgotten";

/** The queue in front of the desk, at the desk. */
export const tickets = {
  title: "Antrean nomor",
  nobody: "tidak ada yang menunggu",
  waiting: (count: string) => `${count} menunggu`,
  longest: (time: string) => `terlama ${time}`,
  waited: (time: string) => `menunggu ${time}`,
  call: (number: string) => `Panggil ${number}`,
  callThis: "Panggil",
  called: "Dipanggil ke loket ini",
  calledAt: (time: string) => `pukul ${time}`,
  calls: (times: number) => `${times} kali dipanggil`,
  again: "Panggil lagi",
  missed: "Tidak hadir",
  lost: (number: string, desk: string) => `${number} juga dipanggil ke ${desk}.`,
  lostMend: (desk: string) =>
    `Kedua loket memanggil bersamaan. Panggilan ${desk} yang terakhir, dan layar ruang tunggu menunjuk ke sana: biarkan dilayani di sana, lalu panggil nomor berikutnya.`,
  lostHere: "Orangnya di sini",
  wasMissed: "Tidak hadir",
  anyKind: "Layanan kartu",
  oneAtATime: "Mulai layani nomor yang dipanggil, atau catat tidak hadir, sebelum memanggil yang lain.",
  withdraw: (number: string) => `Batalkan nomor ${number}`,
  withdrawSure: "Batalkan",
  keep: "Jangan",
  give: "Beri nomor antrean",
  given: (number: string) => `Nomor ${number} diberikan.`,
  noPrinter: "Loket ini tidak punya printer struk. Tuliskan nomornya untuk pemohon.",
  notPrinted:
    "Tiketnya tidak tercetak; nomornya tetap berlaku. Tuliskan nomornya, lalu periksa printer struk.",
  printAgain: "Cetak lagi",
  roomScreen: "Layar ruang tunggu",
  kioskScreen: "Layar ambil nomor",
  serves: (number: string) => `Untuk nomor antrean ${number}. Waktu dihitung sejak tiketnya diambil.`,
  servesNobody: (number: string) => `Tanpa nomor antrean. ${number} tetap menunggu di depan loket.`,
  notThis: (number: string) => `Bukan ${number}`,
  butThis: (number: string) => `Untuk ${number}`,
  queued: (time: string) => `antre ${time}`,
  queuedBefore: (time: string) => `Menunggu di antrean ${time}, dari tiket sampai dipanggil.`,
  figures: "Tunggu di antrean",
  figuresHint: "Dari tiket sampai dipanggil.",
  counts: {
    "from-ticket": "Waktu antre ikut dihitung: janji berjalan sejak tiket diambil.",
    "from-call": "Waktu antre tidak dihitung: janji berjalan sejak dipanggil.",
    both: "Sebagian janji berjalan sejak tiket diambil, sebagian sejak dipanggil.",
  },
  figureCalled: (count: string) => `${count} dipanggil`,
  numbers: (count: Readonly<Record<NumberFate, string>>) =>
    `Dari ${count.taken} nomor: ${count.served} dilayani, ${count.inQueue} masih di antrean, ${count.absent} tidak hadir, ${count.withdrawn} dikembalikan, ${count.forgotten} ditutup sistem pada akhir hari. Yang tidak dilayani tidak ikut dalam waktu mana pun.`,
};

export type TicketTexts = typeof tickets;
