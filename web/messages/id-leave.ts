/** Leaving a page with changes that nobody has saved. */
export const leave = {
  title: "Perubahan belum disimpan",
  lead: (title: string) => `Perubahan pada ${title} hilang bila halaman ini ditinggalkan.`,
  stay: "Tetap di sini",
  save: "Simpan lalu keluar",
  discard: "Buang perubahan",
};
