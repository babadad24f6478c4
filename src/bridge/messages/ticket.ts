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
}

/** The queue ticket: number, service, time and promise. No name, no member number. Printed matter is Indonesian. */
export function ticketLines({
  library,
  number,
  service,
  promise,
  time,
  zone,
}: TicketFacts): readonly ReceiptLine[] {
  return [
    { kind: "text", text: library, align: "center" },
    { kind: "rule" },
    { kind: "text", text: number, size: "large", align: "center" },
    { kind: "text", text: service, align: "center" },
    { kind: "rule" },
    { kind: "text", text: `Datang ${time} ${zone}` },
    { kind: "text", text: `Janji layanan: ${promise}` },
    { kind: "text", text: "Simpan tiket ini sampai kartu diterima." },
  ];
}
