import { checkDesign } from "../../cards/check-design.ts";
import type { CardDesign } from "../../cards/design.ts";
import type { DesignChoices } from "../../cards/design-choices.ts";
import type { DesignRecord } from "../../cards/design-records.ts";
import { type DesignShelf, newestOf } from "../../cards/design-shelf.ts";
import { sizeOf } from "../../cards/picture-size.ts";
import { needsPhoto } from "../../cards/template.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Result } from "../protocol/commands.ts";
import type { DesignsView, DesignView } from "../protocol/design-shapes.ts";

/** Newest versions shown of one design; older ones stay on the disk. */
const SHOWN_VERSIONS = 50;

/** Designs as the console shows them. A file that is gone or damaged is a state of its design, not a failed list. */
export class DesignViews {
  readonly #shelf: DesignShelf;
  readonly #titleOf: (desk: string) => string;

  /** `titleOf`: as people call a desk. */
  constructor(shelf: DesignShelf, titleOf: (desk: string) => string) {
    this.#shelf = shelf;
    this.#titleOf = titleOf;
  }

  all(): DesignsView {
    const { choices } = this.#shelf;
    const installed = this.#shelf.installed().map((design) => installedView(design, choices));
    return {
      designs: [...installed, ...this.#shelf.own().map((record) => this.#own(record, choices))],
      choices: asJson(choices),
    };
  }

  of(name: string): DesignView {
    const record = this.#shelf.record(name);
    const { choices } = this.#shelf;
    return record ? this.#own(record, choices) : installedView(this.#shelf.require(name), choices);
  }

  details(name: string, version: number | undefined): Result<"design.get"> {
    const { template, assets } = this.#shelf.require(name, version);
    const record = this.#shelf.record(name);
    const pictures = [...assets].map(([picture, bytes]) => ({
      ...{ name: picture, bytes: bytes.length },
      ...(sizeOf(bytes) ?? { widthPx: 0, heightPx: 0 }),
    }));
    const versions = record
      ? record.versions.map((one) => ({
          ...{ version: one.version, savedAt: one.savedAt.toISOString() },
          isApproved: one.version === record.approved,
        }))
      : [{ version: template.version, savedAt: null, isApproved: true }];
    return {
      ...{ design: this.of(name), template, pictures },
      versions: versions.reverse().slice(0, SHOWN_VERSIONS),
    };
  }

  #own(record: DesignRecord, choices: DesignChoices): DesignView {
    const { name, approved, isWithdrawn, updatedAt } = record;
    const { version, title, overtakenBy } = newestOf(record);
    const opened = this.#opened(name, version);
    const state = isWithdrawn ? "withdrawn" : version === approved ? "approved" : "draft";
    return {
      ...{ name, title, source: "library", state, version },
      ...{ approvedVersion: approved ?? null, isApproved: approved !== undefined },
      overtakenBy: overtakenBy === undefined ? null : this.#titleOf(overtakenBy),
      ...looks(opened.design),
      trouble: opened.trouble,
      ...usesOf(name, choices),
      updatedAt: updatedAt.toISOString(),
    };
  }

  #opened(name: string, version: number) {
    try {
      return { design: this.#shelf.require(name, version), trouble: null };
    } catch (error) {
      const isGone = TitianError.from(error).code === "DESIGN_FILE_MISSING";
      return { design: undefined, trouble: isGone ? ("missing" as const) : ("damaged" as const) };
    }
  }
}

function installedView(design: CardDesign, choices: DesignChoices): DesignView {
  const { name, title, version } = design.template;
  return {
    ...{ name, title, source: "installed", state: "approved", version },
    ...{ approvedVersion: version, isApproved: true, trouble: null, overtakenBy: null },
    ...looks(design),
    ...usesOf(name, choices),
    updatedAt: null,
  };
}

function looks(design: CardDesign | undefined) {
  if (!design)
    return { orientation: "landscape", hasBack: false, needsPhoto: false, refusals: 0, warnings: 0 } as const;
  const { template } = design;
  const findings = checkDesign(design);
  const refusals = findings.filter(({ severity }) => severity === "refuse").length;
  return {
    ...{ orientation: template.orientation, hasBack: template.back !== undefined },
    ...{ needsPhoto: needsPhoto(template), refusals, warnings: findings.length - refusals },
  };
}

const usesOf = (name: string, choices: DesignChoices) => ({
  isDefault: choices.default === name,
  inRules: choices.rules.filter(({ design }) => design === name).length,
});

/** The wire's lists are its own to change. */
const asJson = ({ default: otherwise, rules }: DesignChoices): DesignsView["choices"] => ({
  default: otherwise,
  rules: rules.map(({ memberTypes, ...rule }) => ({
    ...rule,
    ...(memberTypes ? { memberTypes: [...memberTypes] } : {}),
  })),
});
