import { TEMPLATES } from "../cards/templates/installed.ts";
import { ConfigError } from "../kernel/schema.ts";
import type { Config } from "./config/schema.ts";
import type { StandardShelf } from "./flows/sla/standard-shelf.ts";

/** The installed design that the configuration names, or the first; undefined where there is none of that name. */
export const configuredTemplate = ({ template }: Config["cards"]) =>
  template === "default" ? TEMPLATES[0] : TEMPLATES.find(({ name }) => name === template);

/** What cards get until somebody chooses; throws ConfigError with everything that the configuration names and that is not installed. */
export function deskTemplate({ cards, library }: Config, standards: StandardShelf): string {
  const template = configuredTemplate(cards);
  const hasStandard = standards.versions(library.standard).some(({ isDraft }) => !isDraft);
  if (template && hasStandard) return template.name;
  const templates = TEMPLATES.map(({ name }) => name).join(", ");
  throw new ConfigError("The configuration", [
    ...(template ? [] : [`/cards/template knows no "${cards.template}"; there are ${templates}`]),
    ...(hasStandard
      ? []
      : [`/library/standard knows no "${library.standard}"; titian standards list shows what there is`]),
  ]);
}
