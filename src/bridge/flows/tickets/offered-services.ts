import { TitianError } from "../../../kernel/errors.ts";
import { CASE_KINDS, type CaseKind } from "../../../sla/case-event.ts";
import { coversService } from "../../../sla/service.ts";
import type { Standard } from "../../../sla/standard.ts";
import type { StandardShelf } from "../sla/standard-shelf.ts";

interface Dependencies {
  readonly shelf: Pick<StandardShelf, "all" | "find" | "isOwn">;
  /** The standard that this desk serves by where nothing else is said. */
  readonly otherwise: string;
}

/** What somebody may take a number for, and what was promised for it. */
export class OfferedServices {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Kinds of case that this library has promised anything for. */
  kinds(): readonly CaseKind[] {
    const standards = this.#standards();
    return CASE_KINDS.filter((kind) => standards.some((standard) => covers(standard, kind)));
  }

  /** The desk's own standard; undefined while none of it is in force. */
  own(): Standard | undefined {
    return this.#deps.shelf.find(this.#deps.otherwise);
  }

  /** The desk's own where it promises something for this kind, else one that this library has written. */
  standardFor(kind: CaseKind | undefined): Standard {
    const standards = this.#standards();
    const standard = standards.find((one) => kind === undefined || covers(one, kind)) ?? standards[0];
    if (!standard)
      throw new TitianError("STANDARD_NOT_IN_FORCE", { details: { standard: this.#deps.otherwise } });
    return standard;
  }

  /** The desk's own first; another library's that came with Titian is promised to nobody here. */
  #standards(): readonly Standard[] {
    const { shelf, otherwise } = this.#deps;
    const own = this.own();
    const written = shelf.all().filter(({ id }) => id !== otherwise && shelf.isOwn(id));
    return [...(own ? [own] : []), ...written];
  }
}

const covers = (standard: Standard, kind: CaseKind): boolean =>
  coversService(standard, { kind, channel: "in-person" });
