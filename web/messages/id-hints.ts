import type { MemberView } from "../../src/bridge/protocol/shapes.ts";

export type Hint = MemberView["hints"][number];

/** What is so, and what to do about it in INLISLite's own words, which differ between its versions. */
export interface HintText {
  /** Two or three words, for a line in a list. */
  readonly short: string;
  /** A sentence; `status` and `date` as the member has them. */
  readonly what: (member: { readonly status: string; readonly date: string }) => string;
  readonly mend: { readonly "3.2": string; readonly "3.3": string };
  /** Instead of the mend, for a status that activation does not help: suspended, cleared. */
  readonly mendOther?: string;
}

const inBoth = (mend: string): HintText["mend"] => ({ "3.2": mend, "3.3": mend });

/** INLISLite 3.3 has no field for the number when editing: what stands in Nomor Identitas becomes it. */
const NUMBER_33 =
  "Halaman edit INLISLite 3.3 menjadikan isi Nomor Identitas sebagai nomor anggota, jadi catat NIK-nya dulu.";

export const hints: Readonly<Record<Hint, HintText>> = {
  "number-shared": {
    short: "Nomor dipakai dua anggota",
    what: () => "Nomor ini dipakai lebih dari satu anggota.",
    mend: {
      "3.2":
        "Kartu tidak dicetak untuk semuanya. Beri nomor baru pada salah satunya di form ubah INLISLite, lalu baca ulang.",
      "3.3": `Kartu tidak dicetak untuk semuanya. Beri nomor baru pada salah satunya. ${NUMBER_33}`,
    },
  },
  "number-unprintable": {
    short: "Nomor sulit dipindai",
    what: () => "Nomor ini tidak akan terbaca kembali di INLISLite.",
    mend: {
      "3.2": "Ubah Nomor Anggota di INLISLite: huruf dan angka biasa, tanpa spasi di depan.",
      "3.3": `Ubah nomornya menjadi huruf dan angka biasa, tanpa spasi. ${NUMBER_33}`,
    },
  },
  "not-active": {
    short: "Status bukan Aktif",
    what: ({ status }) => `Status anggota: ${status}.`,
    mend: {
      "3.2":
        "Di daftar anggota INLISLite, centang namanya dan pilih Aktivasi; atau ubah Status Anggota menjadi Aktif. Lalu periksa Tanggal Berakhir.",
      "3.3": "Buka Edit anggota di INLISLite, pilih Status Anggota: Aktif, lalu simpan.",
    },
    mendOther: "Kartu hanya dicetak untuk anggota aktif. Periksa sebabnya di INLISLite.",
  },
  "no-end-date": {
    short: "Tanpa tanggal akhir",
    what: () => "Tanggal akhir keanggotaan kosong.",
    mend: {
      "3.2": "INLISLite 3.2 menganggapnya sudah berakhir. Isi Tanggal Berakhir di form ubah anggota.",
      "3.3":
        "Halaman edit INLISLite 3.3 tidak bisa mengisinya. Buat Perpanjangan untuk tanggal akhir yang pertama, baru cetak.",
    },
  },
  "ends-today": {
    short: "Tanggal Berakhir = hari ini",
    what: () => "Tanggal Berakhir = hari ini.",
    mend: inBoth(
      "Pendaftaran online mengisinya begitu, dan Aktivasi tidak mengubahnya. Perpanjang dulu di INLISLite, baru cetak.",
    ),
  },
  expired: {
    short: "Masa berlaku habis",
    what: ({ date }) => `Keanggotaan berakhir ${date}.`,
    mend: inBoth("Buat Perpanjangan di INLISLite sebelum mencetak."),
  },
  "name-unreadable": {
    short: "Nama rusak",
    what: () => "Nama memuat huruf yang rusak.",
    mend: inBoth("Perbaiki nama di INLISLite dengan huruf Latin; kartu mencetaknya apa adanya."),
  },
  "no-type": {
    short: "Tanpa jenis anggota",
    what: () => "Jenis anggota belum diisi.",
    mend: {
      "3.2": "Pilih Jenis Anggota di form ubah INLISLite.",
      "3.3": "Buka Edit anggota di INLISLite, pilih Jenis Anggota, lalu simpan.",
    },
  },
  "number-like-nik": {
    short: "Nomor mirip NIK",
    what: () => "Nomor anggota mirip NIK.",
    mend: inBoth("Kartu memuatnya apa adanya, juga di barcode. Pastikan pemohon tahu."),
  },
  "no-photo": {
    short: "Belum ada foto",
    what: () => "Belum ada foto di INLISLite.",
    mend: inBoth("Ambil foto lewat Titian."),
  },
};
