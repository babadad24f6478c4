import type { BatchItem, PrintBatch } from "../../../cards/batch/print-batch.ts";
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
    { memberId, memberKey }: BatchItem,
    signal: AbortSignal,
  ): Promise<CardOnPaper> => {
    const content = await this.#deps.contentOf({ memberId, memberKey }, signal);
    const { name, orientation } = this.#design(design, content);
    return { design: name, orientation, content };
  };

  #design(named: string | undefined, content: CardContent): Template {
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
