import type { ReceiptLine } from "../../devices/index.ts";

export interface ReceiptFacts {
  readonly library: string;
  /** The queue number; undefined for a case that was opened without one. */
  readonly ticket: string | undefined;
  readonly service: string;
  /** `26 November 2026`. */
  readonly date: string;
  /** Local clock, `09.41`. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly zone: string;
  /** `11 menit`. */
  readonly took: string;
  /** As published, for example `15 Menit`. */
  readonly promise: string;
  /** Masked before it is printed. */
  readonly memberNo: string;
}

/**
 * The receipt that the member signs at hand-over, and that may lie on the counter afterwards: no name, no NIK, and of the
 * member's number only what the two of them need to recognise it. Printed matter is Indonesian.
 */
export function receiptLines(facts: ReceiptFacts): readonly ReceiptLine[] {
  const { library, ticket, service, date, startedAt, finishedAt, zone, took, promise, memberNo } = facts;
  const rows = [
    ["Layanan", service],
    ["Nomor anggota", maskedNumber(memberNo)],
    ["Tanggal", date],
    ["Mulai", clock(startedAt, zone)],
    ["Selesai", clock(finishedAt, zone)],
    ["Lama", took],
    ["Janji layanan", promise],
  ];
  return [
    { kind: "text", text: library, align: "center" },
    { kind: "text", text: "Tanda terima kartu anggota", align: "center" },
    { kind: "rule" },
    ...(ticket === undefined
      ? []
      : [{ kind: "text", text: ticket, size: "large", align: "center" } as const]),
    ...rows.map(([label, value]) => ({ kind: "text", text: `${label}: ${value}` }) as const),
    { kind: "rule" },
    { kind: "text", text: "Kartu sudah saya terima. Tanda tangan:" },
    ...["", "", ""].map((text) => ({ kind: "text", text }) as const),
    { kind: "rule" },
  ];
}

const NIK_DIGITS = 16;
/** `2611****412`; of a number that may be a NIK, or that is too short to hide anything else, only the end. */
function maskedNumber(memberNo: string): string {
  const isShort = memberNo.length < 10;
  const isNik = new RegExp(`^\\d{${NIK_DIGITS}}$`).test(memberNo);
  return `${isShort || isNik ? "" : memberNo.slice(0, 4)}****${memberNo.slice(isShort ? -2 : -3)}`;
}

const clock = (time: string, zone: string): string => `${time} ${zone}`.trim();
