import type { BatchItem, PrintBatch } from "../../../cards/batch/print-batch.ts";
import { type DesignRef, refOf } from "../../../cards/design.ts";
import { approved, type DesignSource, printable } from "../../../cards/design-source.ts";
import type { CardContent } from "../../../cards/print-job.ts";
import type { Template } from "../../../cards/template.ts";
import type { CardOnPaper } from "../../sheet-rendering.ts";
import type { MemberRef } from "../member-directory.ts";

interface Dependencies {
  readonly designs: DesignSource;
  /** Read from INLISLite and checked now, as for every card; the photo from where INLISLite keeps it. */
  readonly contentOf: (member: MemberRef, signal: AbortSignal) => Promise<CardContent>;
}

/** What is drawn for one card of a batch, and after which design. */
export class BatchContent {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  readonly of = async (
    { design }: Pick<PrintBatch, "design">,
    item: BatchItem,
    signal: AbortSignal,
  ): Promise<CardOnPaper> => {
    const { memberId, memberKey } = item;
    const content = await this.#deps.contentOf({ memberId, memberKey }, signal);
    const { name, version, orientation } = this.#design(drawnAfter(item) ?? design, content);
    return { design: { name, version }, orientation, content };
  };

  #design(named: DesignRef | undefined, content: CardContent): Template {
    const { designs } = this.#deps;
    if (named === undefined)
      return printable(designs, {
        memberType: content.memberType,
        isMinor: content.isMinor,
        hasPhoto: content.photo !== undefined,
      });
    return approved(designs, named);
  }
}

/** A card that lies on a sheet is drawn again as it was, whatever has become of its design. */
const drawnAfter = ({ sheet, design, designVersion }: BatchItem): DesignRef | undefined =>
  sheet === undefined || design === undefined
    ? undefined
    : refOf({ template: design, templateVersion: designVersion });
