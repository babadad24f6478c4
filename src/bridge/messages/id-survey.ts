import type { SurveyWords } from "./survey-words.ts";

/** In our own words: the questions of the regulation, as people speak. */
export const ID_SURVEY: SurveyWords = {
  questions: {
    requirements: {
      name: "Persyaratan",
      question: "Apakah syarat yang diminta sesuai untuk layanan ini?",
      answers: ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
    },
    procedure: {
      name: "Prosedur",
      question: "Apakah urutan layanannya mudah diikuti?",
      answers: ["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"],
    },
    time: {
      name: "Waktu penyelesaian",
      question: "Apakah kartu selesai dengan cepat?",
      answers: ["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"],
    },
    cost: {
      name: "Biaya",
      question: "Bagaimana biaya layanan ini?",
      answers: ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"],
    },
    product: {
      name: "Hasil layanan",
      question: "Apakah kartu yang diterima sesuai dengan yang dijanjikan?",
      answers: ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
    },
    competence: {
      name: "Kemampuan petugas",
      question: "Apakah petugas mampu melayani keperluan Anda?",
      answers: ["Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu"],
    },
    conduct: {
      name: "Sikap petugas",
      question: "Apakah petugas sopan dan ramah?",
      answers: ["Tidak sopan", "Kurang sopan", "Sopan", "Sangat sopan"],
    },
    complaints: {
      name: "Penanganan pengaduan",
      question: "Bagaimana keluhan dan saran ditangani di sini?",
      answers: ["Tidak ada caranya", "Ada, tidak ditangani", "Ditangani", "Ditangani dengan baik"],
    },
    facilities: {
      name: "Sarana",
      question: "Bagaimana tempat dan peralatan layanan ini?",
      answers: ["Buruk", "Cukup", "Baik", "Sangat baik"],
    },
  },
  bands: {
    sex: { name: "Jenis kelamin", options: { female: "Perempuan", male: "Laki-laki" } },
    age: {
      name: "Umur",
      options: {
        ...{ "under-17": "Di bawah 17", "17-25": "17–25", "26-35": "26–35" },
        ...{ "36-45": "36–45", "46-55": "46–55", "over-55": "Di atas 55" },
      },
    },
    education: {
      name: "Pendidikan terakhir",
      options: {
        ...{ primary: "SD atau belum tamat", junior: "SMP", senior: "SMA/SMK" },
        ...{ diploma: "Diploma", bachelor: "S1", postgraduate: "S2 atau S3" },
      },
    },
    occupation: {
      name: "Pekerjaan",
      options: {
        ...{ student: "Pelajar/mahasiswa", "civil-servant": "PNS/PPPK", "armed-forces": "TNI/Polri" },
        ...{ private: "Pegawai swasta", "self-employed": "Wirausaha", other: "Lainnya" },
      },
    },
  },
  title: "Bagaimana layanan kami?",
  lead: "Sembilan pertanyaan, sekitar satu menit. Jawaban tidak diberi nama dan tidak dapat dihubungkan dengan Anda.",
  aboutYou: "Tentang Anda",
  aboutYouHint: "Boleh dikosongkan.",
  notSaid: "Tidak diisi",
  send: "Kirim jawaban",
  thanks: "Terima kasih",
  thanksLead: "Jawaban Anda sudah diterima.",
  missing: (numbers) =>
    `Pertanyaan ${numbers.join(", ")} belum dijawab. Pilih satu jawaban untuk setiap pertanyaan.`,
  over: "Tautan survei ini sudah tidak berlaku. Mintalah kode baru kepada petugas.",
  tooMany: "Terlalu banyak permintaan sekaligus. Tunggu satu menit, lalu coba lagi.",
  notRead: "Jawaban tidak terbaca. Muat ulang halaman ini, lalu isi lagi.",
  notKept: "Jawaban belum tersimpan. Coba kirim lagi sebentar lagi.",
  otherLanguage: "English",
};
