import type { ReceiptLine } from "../../devices/index.ts";

export interface TicketFacts {
  readonly library: string;
  readonly number: string;
  readonly service: string;
  /** As published, for example `10 Menit`. */
  readonly promise: string;
  /** Local clock, `09.41`. */
  readonly time: string;
  readonly zone: string;
  /** How many numbers are called before this one; undefined for somebody who is served at once. */
  readonly ahead: number | undefined;
}

/** The queue ticket: number, service, time and promise. No name, no member number. Printed matter is Indonesian. */
export function ticketLines({
  library,
  number,
  service,
  promise,
  time,
  zone,
  ahead,
}: TicketFacts): readonly ReceiptLine[] {
  return [
    { kind: "text", text: library, align: "center" },
    { kind: "rule" },
    { kind: "text", text: number, size: "large", align: "center" },
    { kind: "text", text: service, align: "center" },
    { kind: "rule" },
    { kind: "text", text: `Datang ${time} ${zone}` },
    ...(ahead === undefined ? [] : [waitLine(ahead)]),
    { kind: "text", text: `Janji layanan: ${promise}` },
    { kind: "text", text: "Simpan tiket ini sampai kartu diterima." },
  ];
}

const waitLine = (ahead: number): ReceiptLine => ({
  kind: "text",
  text:
    ahead === 0
      ? "Nomor ini dipanggil berikutnya."
      : `Di depan Anda: ${ahead} nomor. Tunggu sampai dipanggil.`,
});
