import type { SeededRandom } from "./random.ts";

const WOMEN = [
  ..."Ayu Dewi Siti Ratna Wulan Kartika Melati Intan Nadia Putri Rahma Salsabila Yuliana Anisa Fitri Gita".split(
    " ",
  ),
  ..."Indah Laras Maya Novita Olivia Puspita Rina Sekar Tiara Utami Vania Widya Zahra Citra Dian Eka".split(
    " ",
  ),
] as [string, ...string[]];

const MEN = [
  ..."Agus Bayu Candra Dimas Eko Fajar Gilang Hendra Ilham Joko Krisna Lukman Made Nanda Oki Panji".split(
    " ",
  ),
  ..."Rizky Surya Teguh Umar Vino Wahyu Yoga Zaki Arif Bagas Cahyo Daffa Ferdi Galih Haris Iqbal".split(" "),
] as [string, ...string[]];

const FAMILY = [
  ..."Wijaya Santoso Pratama Lestari Siregar Nasution Hidayat Nugroho Permata Kusuma Saputra Maharani".split(
    " ",
  ),
  ..."Hutapea Simanjuntak Lubis Tanjung Wibowo Ramadhani Setiawan Firmansyah Anggraini Purnama Manurung".split(
    " ",
  ),
  ..."Pattinama Rumbiak Kambuaya Tamba Ginting Oktaviani Suryani Halim Gunadi Basuki Cahyani".split(" "),
] as [string, ...string[]];

export interface InventedName {
  readonly fullName: string;
  readonly isWoman: boolean;
}

/** One to four words, as people here are named. Combined by chance: nobody is meant. */
export function inventName(random: SeededRandom): InventedName {
  const isWoman = random.next() < 0.5;
  const given = isWoman ? WOMEN : MEN;
  const words = [random.pick(given)];
  const length = random.pick([2, 2, 2, 3, 3, 4]);
  if (length > 2) words.push(random.pick(given));
  if (length > 3) words.push(random.pick(FAMILY));
  words.push(random.pick(FAMILY));
  return { fullName: [...new Set(words)].join(" "), isWoman };
}
