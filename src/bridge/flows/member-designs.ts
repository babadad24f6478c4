import { refOf } from "../../cards/design.ts";
import type { CardFacts } from "../../cards/design-choices.ts";
import type { DesignShelf } from "../../cards/design-shelf.ts";
import { approved, printable } from "../../cards/design-source.ts";
import type { CardContent, NewJob } from "../../cards/print-job.ts";
import { layersOf, needsPhoto, type Template } from "../../cards/template.ts";
import type { Inlislite, Member } from "../../inlislite/member.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { LocalDate } from "../../kernel/types.ts";

/** What decides the design of a member's card, as far as the member goes. */
export type MemberFacts = Omit<CardFacts, "hasPhoto">;

interface Dependencies {
  readonly shelf: DesignShelf;
  readonly members: Pick<Inlislite["members"], "isMinor">;
  readonly today: () => LocalDate;
}

/** Which design a member's card gets, and what it asks of the case. */
export class MemberDesigns {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** INLISLite is asked for the age only where a rule looks at it. Rejects as its repositories do. */
  async factsOf(member: Member, signal: AbortSignal): Promise<MemberFacts> {
    const { shelf, members, today } = this.#deps;
    const asksAge = shelf.choices.rules.some(({ minor }) => minor !== undefined);
    const isMinor = asksAge ? await members.isMinor(member, today(), signal) : undefined;
    return { memberType: member.memberType, isMinor };
  }

  /** The design of a card about to be printed. Throws `PHOTO_MISSING` where it needs one, or as `printable` does. */
  of(facts: MemberFacts, hasPhoto: boolean): Template {
    const template = printable(this.#deps.shelf, { ...facts, hasPhoto });
    if (needsPhoto(template) && !hasPhoto) throw new TitianError("PHOTO_MISSING");
    return template;
  }

  /** Of a card whose content has just been read. */
  forContent({ memberType, isMinor, photo }: CardContent): Template {
    return this.of({ memberType, isMinor }, photo !== undefined);
  }

  /** As a card is accepted with it: it can be had again as it is now, whatever becomes of its number. */
  accepted({ name, version }: Template): Pick<NewJob, "template" | "templateVersion" | "designFile"> {
    const { shelf } = this.#deps;
    shelf.keep(name);
    return { template: name, templateVersion: version, designFile: shelf.fileOf(name, version) };
  }

  /** Throws where nobody would print from the job's design any more: it was withdrawn, or its file is gone. */
  assertStillPrintable(job: Pick<NewJob, "template" | "templateVersion" | "designFile">): Template {
    return approved(this.#deps.shelf, refOf(job));
  }

  /** Whether a case plans for a photo: some card that it may end in cannot do without. */
  get needsPhoto(): boolean {
    const { shelf } = this.#deps;
    const { default: otherwise, rules } = shelf.choices;
    const names = [otherwise, ...rules.filter(({ photo }) => photo !== false).map(({ design }) => design)];
    return [...new Set(names)].some((name) => {
      const template = shelf.looksOf(name);
      return template !== undefined && needsPhoto(template);
    });
  }
}

/** Whether a photo stands on the card, if there is one. */
export const showsPhoto = (template: Template): boolean =>
  layersOf(template).some(({ kind }) => kind === "photo");
