/** The sheet that hangs beside the desk. Steps, keys and reasons have the words of the screen. */
export const quickCard = {
  title: "Titian di loket",
  lead: "Buka http://localhost:9700 di peramban komputer ini. Tekan F2 dan ketik nama, atau pindai kartu, lalu Mulai layani.",
  print: "Cetak halaman ini",
  printHint: "Satu lembar A4. Tempel di dekat layar.",
  link: "Kartu cepat untuk dicetak",
  stepsTitle: "Urutan layanan",
  stepsNote: "Standar perpustakaan Anda bisa berbeda. Layar selalu menunjukkan langkah berikutnya.",
  reasonsTitle: "Bila perangkat berhenti",
  rules: [
    "Waktu berjalan sendiri. Bila pemohon pergi sebentar, tekan Jeda dan pilih alasannya.",
    "Kartu tidak keluar? Jangan mencetak lagi dari program lain. Titian tahu kartu mana yang sudah dicetak.",
  ],
  technician: "Teknisi dan nomor teleponnya:",
};
