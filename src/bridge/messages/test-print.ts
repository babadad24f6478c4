import type { CardContent } from "../../cards/print-job.ts";
import type { MemberNo } from "../../kernel/types.ts";

export interface TestPrintFacts {
  readonly deskTitle: string;
  readonly device: string;
  readonly at: Date;
  readonly timeZone: string;
}

/** Printed matter is Indonesian. The long name shows how names are fitted. */
export function testCardContent(memberNo: MemberNo): CardContent {
  return {
    libraryName: "Kartu uji Titian",
    locationName: undefined,
    memberNo,
    fullName: "Kartu uji, bukan milik siapa pun",
    memberType: "Uji cetak",
    validUntil: undefined,
    registeredOn: undefined,
    printedOn: undefined,
    isMinor: undefined,
    photo: undefined,
  };
}

export function testSheetLines({ deskTitle, device, at, timeZone }: TestPrintFacts): readonly string[] {
  const when = new Intl.DateTimeFormat("id-ID", { timeZone, dateStyle: "long", timeStyle: "short" });
  return [
    "Halaman uji Titian",
    `${deskTitle} · ${device}`,
    when.format(at),
    "Bingkai harus utuh dan berjarak 10 mm dari tepi kertas A4.",
  ];
}
