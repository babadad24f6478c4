import type { StepKey } from "../case-event.ts";
import type { Reading } from "./import-standard.ts";
import { type Doubt, doubt } from "./imported.ts";
import { hasNoCategory } from "./requirement.ts";

/** What is asked, made and given, where two places of the document do not say the same. */
export function serviceDoubts({ draft, procedures, lines }: Reading): readonly Doubt[] {
  const { main, strayHeading } = procedures;
  const step = (...keys: readonly StepKey[]) => main.find(({ key }) => key !== null && keys.includes(key));
  const { requirements, channels } = draft;
  const general = requirements.find(hasNoCategory);
  const online = channels.find(({ id }) => id === "online");
  const identity = requirements.find(({ document }) => document === "identity");
  const asked = documentsIn(requirements.map(({ text }) => text).join(" "));
  const procedureLines = lines.filter(({ section, isHeading }) => section === "procedure" && !isHeading);
  const copyLine = procedureLines.find(({ text }) => /foto ?copy|fotokopi|\bfc\b/i.test(text));
  const named = documentsIn(copyLine?.text ?? "");
  const isNarrower = named.size > 0 && [...asked].some((one) => !named.has(one));
  const isOther = [...named].some((one) => !asked.has(one));
  const handover = step("handover", "receipt");
  const isPickedUp = /mengambil/i.test(handover?.text ?? "");
  const digital = online?.deliveryText && /e-?mail|whatsapp/i.test(online.deliveryText);
  const forms = [step("form-paper"), step("form-electronic")];
  const entries = [step("form-electronic"), step("data-entry")];
  const fields = lines.find(({ text }) => /\bNIK\b/.test(text) && /ibu kandung/i.test(text));
  return [
    ...doubt(
      "STRAY_HEADING",
      strayHeading?.number,
      `A heading of another service: ${strayHeading?.text}`,
      strayHeading !== undefined,
    ),
    ...doubt(
      "REQUIREMENT_CATEGORY_MISSING",
      general?.cites[0]?.line,
      "For whom these documents are is not said.",
      general !== undefined,
    ),
    ...doubt(
      "PROCEDURE_NARROWER_THAN_REQUIREMENTS",
      copyLine?.number,
      "The procedure names fewer documents than the requirements.",
      isNarrower && !isOther,
    ),
    ...doubt(
      "KTM_VS_STUDENT_CARD",
      copyLine?.number,
      "The procedure names another document than the requirements.",
      isOther,
    ),
    ...doubt(
      "IDENTITY_NOT_IN_ONLINE_CHANNEL",
      identity?.cites[0]?.line,
      "The online channel does not ask for the identity card.",
      online?.needsIdentityDocument === false && identity !== undefined,
    ),
    ...doubt(
      "PRODUCT_FORM_AMBIGUOUS",
      step("print")?.line.number,
      "A printed card, or one sent as a picture, or both.",
      Boolean(digital) && step("print") !== undefined,
    ),
    ...doubt(
      "NO_PHOTO_STEP",
      main[0]?.line.number,
      "No photo is asked for or taken anywhere.",
      main.length > 0 &&
        !step("photo", "photo-upload") &&
        !requirements.some(({ document }) => document?.startsWith("photo")),
    ),
    ...doubt(
      "DOUBLE_FORM",
      forms[0]?.line.number,
      "A form on paper and one at the screen.",
      forms.every((one) => one !== undefined),
    ),
    ...doubt(
      "DOUBLE_ENTRY",
      entries[1]?.line.number,
      "The same data are entered twice.",
      entries.every((one) => one !== undefined),
    ),
    ...doubt(
      "HANDOVER_NOT_IN_LIBRARY_CONTROL",
      handover?.line.number,
      "It depends on the applicant coming back.",
      isPickedUp,
    ),
    ...doubt(
      "SENSITIVE_FORM_FIELDS",
      fields?.number,
      "NIK and mother's name: never copied into Titian.",
      fields !== undefined,
    ),
  ];
}

const NAMES: readonly (readonly [string, RegExp])[] = [
  ["ktp", /\bktp\b/i],
  ["kk", /\bkk\b/i],
  ["ktm", /\bktm\b|kartu mahasiswa/i],
  ["sim", /\bsim\b/i],
  ["pelajar", /kartu pelajar/i],
  ["pegawai", /kartu pegawai/i],
];

const documentsIn = (text: string): ReadonlySet<string> =>
  new Set(NAMES.filter(([, pattern]) => pattern.test(text)).map(([name]) => name));
