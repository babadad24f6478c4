import { TabMemory } from "../tab-memory.ts";

/** A form that INLISLite's page has just sent. What came of it is seen on the page that follows. */
export type SentForm =
  | {
      readonly kind: "create";
      readonly at: number;
      readonly caseId: string | undefined;
      /** The newest id before: the new member comes after it. Null: there was nobody. Undefined: it could not be asked. */
      readonly afterId: string | null | undefined;
      readonly fullName: string;
      readonly phone: string;
      readonly hasPhoto: boolean;
    }
  | { readonly kind: "edit"; readonly at: number; readonly memberId: string };

/** Somebody who has walked away from the form did not mean it any more. */
const FOR_MS = 10 * 60 * 1000;

function isSentForm(value: unknown): value is SentForm {
  if (typeof value !== "object" || value === null) return false;
  const { kind, at, memberId, fullName, phone } = value as Record<string, unknown>;
  if (typeof at !== "number" || Date.now() - at > FOR_MS) return false;
  if (kind === "edit") return typeof memberId === "string";
  return kind === "create" && typeof fullName === "string" && typeof phone === "string";
}

const memory = new TabMemory<SentForm>("sent");

export const sentForm = (): SentForm | undefined => memory.read(isSentForm);
export const rememberForm = (sent: SentForm): void => memory.write(sent);
export const forgetForm = (): void => memory.write(undefined);

/** INLISLite answers a form that it has saved with another address; one that it has not, it shows again. */
export function wasRedirected(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation instanceof PerformanceNavigationTiming && navigation.redirectCount > 0;
}
