/** What decides which design a member's card gets. */
export interface CardFacts {
  readonly memberType: string | undefined;
  /** Undefined where nobody asked INLISLite: no minor, as everywhere. */
  readonly isMinor: boolean | undefined;
  readonly hasPhoto: boolean;
}

/** What is left out does not matter. */
export interface DesignRule {
  readonly memberTypes?: readonly string[];
  readonly minor?: boolean;
  readonly photo?: boolean;
  readonly design: string;
}

export interface DesignChoices {
  readonly default: string;
  readonly rules: readonly DesignRule[];
}

/** The first rule of which all is true, else the default. */
export function chosenBy({ default: otherwise, rules }: DesignChoices, facts: CardFacts): string {
  return rules.find((rule) => isMet(rule, facts))?.design ?? otherwise;
}

/** Every design that some card may get, each once. */
export const chosenAtAll = ({ default: otherwise, rules }: DesignChoices): ReadonlySet<string> =>
  new Set([otherwise, ...rules.map(({ design }) => design)]);

function isMet({ memberTypes, minor, photo }: DesignRule, facts: CardFacts): boolean {
  if (minor !== undefined && minor !== (facts.isMinor ?? false)) return false;
  if (photo !== undefined && photo !== facts.hasPhoto) return false;
  return memberTypes === undefined || memberTypes.some((type) => isSameType(type, facts.memberType));
}

/** INLISLite's types are typed by hand: upper and lower case and edges do not matter. */
export const isSameType = (a: string, b: string | undefined): boolean =>
  a.trim().toLowerCase() === b?.trim().toLowerCase();
