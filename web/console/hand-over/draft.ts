import type { Params } from "../../../src/bridge/protocol/commands.ts";

type HandOver = Params<"case.handOver">;
export type IdentitySeen = HandOver["identity"];
export type Relation = NonNullable<HandOver["collector"]>["relation"];

export const IDENTITIES = ["ktp", "student-card", "other"] as const satisfies readonly IdentitySeen[];
export const RELATIONS = ["guardian", "family", "school", "other"] as const satisfies readonly Relation[];

export interface Collector {
  readonly relation: Relation;
  readonly name: string;
}

/** What the operator has ticked so far; it holds over the two steps of a hand-over. */
export interface HandoverDraft {
  readonly case: string;
  readonly identity: IdentitySeen | undefined;
  readonly isPhoneOk: boolean;
  readonly hasConsent: boolean;
  /** Undefined: the member is here. */
  readonly collector: Collector | undefined;
}

export const emptyDraft = (caseId: string): HandoverDraft => ({
  case: caseId,
  identity: undefined,
  isPhoneOk: false,
  hasConsent: false,
  collector: undefined,
});

export const SHORTEST_NAME = 2;

/** Whether whoever took the card is named well enough to be written down. */
export const isCollectorNamed = ({ collector }: HandoverDraft): boolean =>
  collector === undefined || collector.name.trim().length >= SHORTEST_NAME;
