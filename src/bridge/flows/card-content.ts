import type { CardContent } from "../../cards/print-job.ts";
import type { Inlislite, Member } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type LocalDate, localDate } from "../../kernel/types.ts";
import type { Config } from "../config/schema.ts";
import type { StandardShelf } from "./sla/standard-shelf.ts";

interface Dependencies {
  readonly inlislite: Pick<Inlislite, "settings" | "members">;
  readonly library: Config["library"];
  readonly standards: Pick<StandardShelf, "find">;
  readonly clock: Clock;
}

/** What stands on a member's card, read when it is drawn: from INLISLite, the chosen standard and the configuration. */
export class CardContents {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** `photo`: the card's own crop. Rejects as INLISLite's repositories do. */
  async of(member: Member, photo: Uint8Array | undefined, signal: AbortSignal): Promise<CardContent> {
    const { inlislite, library, standards, clock } = this.#deps;
    const today = localDate(clock.now(), library.timeZone);
    const [settings, isMinor] = await Promise.all([
      inlislite.settings.library(signal),
      inlislite.members.isMinor(member, today, signal),
    ]);
    const standard = standards.find(library.standard);
    return {
      libraryName: settings.libraryName,
      locationName: settings.locationName,
      institution: library.institution,
      libraryAddress: library.address,
      libraryPhone: library.phone,
      libraryWebsite: library.website,
      openingHours: library.openingHours,
      terms: settings.cardTerms,
      standardTitle: standard?.service.title,
      promise: standard?.promise.published.text,
      memberNo: member.memberNo,
      fullName: member.fullName,
      memberType: member.memberType,
      validUntil: asPrinted(member.validUntil),
      registeredOn: asPrinted(member.registeredOn),
      printedOn: asPrinted(today),
      isMinor,
      photo,
    };
  }
}

/** `22-11-2027`. */
const asPrinted = (day: LocalDate | undefined): string | undefined => day?.split("-").reverse().join("-");
