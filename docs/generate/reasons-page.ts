import { HEALTH_REASON_NAMES, HEALTH_REASONS, type HealthReason } from "../../src/devices/health.ts";
import { devices } from "../../web/messages/id-devices.ts";
import { table } from "./table.ts";

const rowsOf = (level: "down" | "degraded"): string[] => {
  const ofLevel = (reason: HealthReason): boolean => HEALTH_REASONS[reason] === level;
  const rows = HEALTH_REASON_NAMES.filter(ofLevel).map((reason) => {
    const { what, mend } = devices.reasons[reason];
    return [what, mend];
  });
  return table(["Alasan", "Yang dilakukan"], rows);
};

/** docs/operator/alasan-perangkat.md: every reason a device can give, in the words of the screen. */
export function reasonsPage(): string {
  return [
    "# Alasan perangkat dan perbaikannya",
    "",
    "Halaman ini dibuat dari kalimat di layar (`npm run docs`); jangan diubah di sini. Kalimat yang sama tertulis pada perangkatnya",
    "di halaman **Perangkat**, sehingga daftar ini tidak perlu dihafal.",
    "",
    "![Alasan dan perbaikannya tertulis pada perangkatnya](gambar/40-perangkat-delapan.png)",
    "",
    "## Perangkat berhenti",
    "",
    "Tidak bisa dipakai sampai diperbaiki. Layanan yang tidak memakai perangkat itu tetap berjalan.",
    "",
    ...rowsOf("down"),
    "",
    "## Perangkat perlu disiapkan",
    "",
    "Masih bekerja, tetapi sebentar lagi berhenti atau menjadi lambat.",
    "",
    ...rowsOf("degraded"),
    "",
    "Setelah diperbaiki, tekan **Coba lagi** atau **Sambungkan lagi**. Titian juga mencoba sendiri. Kembali ke",
    "[Perangkat](06-perangkat.md).",
    "",
  ].join("\n");
}
