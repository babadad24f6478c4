import type { Reading } from "./import-standard.ts";
import { type Doubt, doubt } from "./imported.ts";
import { lettersOf } from "./sections.ts";

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** What the document leaves empty or writes in two ways: kept verbatim, shown to the library, never to the public. */
export function documentDoubts({ draft, lines }: Reading): readonly Doubt[] {
  const { institution, service, complaints } = draft;
  const decreeLine = lines.find(({ text }) => /^no\.?\s*sk/i.test(text));
  const phoneLine = lines.find(
    ({ text }) => institution.phoneRaw !== "" && text.includes(institution.phoneRaw),
  );
  const address = complaints.channels.find(({ type }) => type === "address")?.value ?? undefined;
  const addressLine = lines.findLast(({ text }) => address !== undefined && text.includes(address));
  const codes = new Set(lines.flatMap(({ text }) => text.match(/\b\d{5}\b(?!\d)/g) ?? []));
  const isOtherAddress =
    address !== undefined && !lettersOf(address).includes(lettersOf(institution.address));
  const procedure = lines.filter(({ section, isHeading }) => section === "procedure" && !isHeading);
  const inbox = procedure.find(({ text }) => MAIL.test(text));
  const mail = MAIL.exec(inbox?.text ?? "")?.[0];
  const isShared = complaints.channels.some(({ type, value }) => type === "email" && value === mail);
  return [
    ...doubt(
      "MISSING_SK_AND_PERFORMERS",
      decreeLine?.number,
      "No decree is named.",
      service.decreeNumber === null,
    ),
    ...doubt(
      "DUMMY_PHONE",
      phoneLine?.number,
      "Looks like a number put in to fill the field.",
      /0{5,}$/.test(institution.phoneRaw),
    ),
    ...doubt(
      "ADDRESS_VARIANTS",
      addressLine?.number,
      "Two spellings of the address.",
      isOtherAddress && codes.size < 2,
    ),
    ...doubt(
      "POSTCODE_AND_NAME_VARIANTS",
      addressLine?.number,
      `Postal codes ${[...codes].join(", ")}.`,
      isOtherAddress && codes.size > 1,
    ),
    ...doubt(
      "SHARED_INBOX_PERSONAL_DATA",
      inbox?.number,
      "Photos arrive where complaints do.",
      mail !== undefined && isShared,
    ),
    ...doubt(
      "NO_COMPLAINT_CONTACTS",
      lines.findLast(({ section }) => section === "complaint")?.number,
      "Ways to complain are named without any address.",
      !complaints.areContactsGiven,
    ),
  ];
}
