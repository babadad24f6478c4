import type { Category } from "../../sla/papers.ts";

/** What words of INLISLite's member types, which every library names itself, can mean among a standard's categories. */
const MEANINGS: readonly (readonly [word: RegExp, category: RegExp])[] = [
  [/\b(paud|tk|taman kanak-kanak)\b/, /^paud-tk$/],
  [/\b(sd|smp|sma|smk|mi|mts|ma)\b/, /^(sd|smp|sma)$/],
  // Of which school is not said, and a child of a kindergarten is called so too.
  [/^(?!.*\b(paud|tk|sd|smp|sma|smk|mi|mts|ma)\b).*\b(pelajar|siswa|murid)\b/, /^(paud-tk|sd|smp|sma)$/],
  // Of which university the type does not say.
  [/\b(mahasiswa|mahasiswi)\b/, /^student-university/],
  [/\b(pegawai|karyawan|pns|asn|guru|dosen)\b/, /^employee$/],
  [/\bumum\b/, /^general-public$/],
];

/** The one category that can be meant by a member's type; undefined wherever there is a doubt. */
export function suggestedCategory(
  categories: readonly Category[],
  memberType: string | undefined,
): string | undefined {
  const type = memberType?.trim().toLocaleLowerCase("id") ?? "";
  if (type === "") return undefined;
  const meant = MEANINGS.filter(([word]) => word.test(type)).map(([, category]) => category);
  const fits = ({ key }: Category): boolean =>
    key
      .split("+")
      .some((name) => name.toLocaleLowerCase("id") === type || meant.some((one) => one.test(name)));
  const fitting = categories.filter(fits);
  return fitting.length === 1 && fitting[0]?.isServed ? fitting[0].key : undefined;
}
