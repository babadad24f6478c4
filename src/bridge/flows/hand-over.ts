import type { IdentitySeen, Relation } from "../../cards/hand-over.ts";
import type { MemberRepository } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import { type CaseId, localDate, type VaultId } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import { type Phone, readPhone } from "../contact/phone-number.ts";
import type { CaseService } from "./cases.ts";
import type { MemberDirectory } from "./member-directory.ts";

export interface HandingOver {
  readonly identity: IdentitySeen;
  readonly phoneConfirmed: boolean;
  readonly signature: "drawn" | "paper";
  /** PNG; undefined for a signature on paper. */
  readonly drawing: Uint8Array | undefined;
  /** Undefined: the member came in person. */
  readonly collector: Collector | undefined;
  /** A parent's or guardian's consent is there. */
  readonly hasConsent: boolean;
}

export interface Collector {
  readonly relation: Relation;
  readonly name: string;
}

/** What is compared at the desk: read when asked, kept nowhere. */
interface HandoverFacts {
  readonly phone: Phone | undefined;
  /** Undefined where INLISLite knows no birth date, or Titian may not ask. */
  readonly isMinor: boolean | undefined;
}

interface Dependencies {
  readonly cases: CaseService;
  readonly store: Pick<Store, "cases" | "events" | "vault" | "voided" | "jobs">;
  readonly members: MemberDirectory;
  readonly inlislite: Pick<MemberRepository, "phoneOf" | "isMinor">;
  readonly clock: Clock;
  readonly desk: string;
  readonly timeZone: string;
}

/** Before the first of these nothing has left for the printer. */
const BEFORE_INK: readonly string[] = ["accepted", "rendered", "verified"];

/** The card changes hands: who was seen, who signed, who came instead. Names go into encrypted files, never into the log. */
export class HandOver {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async facts(caseId: CaseId, signal: AbortSignal): Promise<HandoverFacts> {
    const { cases, members, inlislite, clock, timeZone } = this.#deps;
    const member = await members.read(cases.memberOf(caseId), signal);
    const today = localDate(clock.now(), timeZone);
    const [phone, isMinor] = await Promise.all([
      inlislite.phoneOf(member.memberId, signal),
      inlislite.isMinor(member, today, signal),
    ]);
    return { phone: phone === undefined ? undefined : readPhone(phone), isMinor };
  }

  /** Rejects with `HANDOVER_CONSENT_MISSING` for a member under 17. While INLISLite is away nobody is kept waiting for that. */
  async give(caseId: CaseId, how: HandingOver, signal: AbortSignal): Promise<void> {
    const { cases } = this.#deps;
    cases.assertAt(caseId, "handover");
    if (!how.hasConsent && (await this.#isMinor(caseId, signal)))
      throw new TitianError("HANDOVER_CONSENT_MISSING");
    // Asked again: somebody else may have been quicker while INLISLite was asked.
    cases.assertAt(caseId, "handover");
    const { drawing, collector, hasConsent, ...seen } = how;
    const file = drawing ? cases.keepFile(drawing) : null;
    const taken = collector && this.kept(collector);
    const data = { ...seen, file, ...(taken && { collector: taken }), ...(hasConsent && { hasConsent }) };
    cases.append(caseId, { type: "case.handedOver", data });
  }

  /** The relation for the log, the name for the vault. */
  kept({ relation, name }: Collector): { readonly relation: Relation; readonly file: VaultId } {
    return { relation, file: this.#deps.cases.keepFile(new TextEncoder().encode(name.trim())) };
  }

  /** Who took the card of this case; undefined where the member came. `COLLECTOR_ERASED` once the name was, by rule or with its member, `FILE_ELSEWHERE` for another desk's. */
  collectorOf(caseId: CaseId): string | undefined {
    const { store } = this.#deps;
    const event = store.cases.events(caseId).findLast(({ type }) => type === "case.handedOver");
    const file = event?.type === "case.handedOver" ? event.data.collector?.file : undefined;
    if (file && event?.desk !== this.#deps.desk) throw new TitianError("FILE_ELSEWHERE");
    if (file && !store.vault.has(file as VaultId)) throw new TitianError("COLLECTOR_ERASED");
    return file && new TextDecoder().decode(store.vault.get(file as VaultId));
  }

  /** The old card turned up. Throws `CARD_ALREADY_REPLACED` once ink may have been put on the new one. */
  cardFound(caseId: CaseId): void {
    const { cases, store } = this.#deps;
    const voided = store.voided.byCase(caseId);
    if (voided.length === 0) throw new TitianError("CARD_NOT_VOIDED");
    const mayHaveInk = store.jobs
      .byCase(caseId)
      .some(({ state, ink }) => !BEFORE_INK.includes(state) && !(state === "failed" && ink === "none"));
    if (mayHaveInk) throw new TitianError("CARD_ALREADY_REPLACED");
    const lifting = voided.map((card) => store.voided.lifting(card, "found"));
    if (cases.isClosed(caseId)) store.events.append(lifting);
    else cases.append(caseId, { type: "case.cancelled", data: { reason: "card-found" } }, lifting);
  }

  async #isMinor(caseId: CaseId, signal: AbortSignal): Promise<boolean> {
    try {
      return (await this.facts(caseId, signal)).isMinor === true;
    } catch (error) {
      if (TitianError.from(error).code.startsWith("INLISLITE_")) return false;
      throw error;
    }
  }
}
