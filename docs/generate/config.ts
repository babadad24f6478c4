import type { TSchema } from "typebox";
import { ConfigSchema } from "../../src/bridge/config/schema.ts";
import { SETTINGS, variableOf } from "../../src/bridge/config/settings.ts";

interface Described {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly pattern?: string;
  readonly "x-secret"?: boolean;
}

const HEAD = `# Configuration

Generated from \`src/bridge/config/schema.ts\` by \`npm run docs\`; do not edit.

Defaults are overruled by \`titian.toml\`, that by \`TITIAN_*\` variables, and those by flags
(\`--set server.port=9701\`, \`--port\`, \`--store\`). Everything that is wrong is reported at once. Every value takes effect
at the next start. Relative paths count from the folder of \`titian.toml\`.

| | configuration | store |
|---|---|---|
| Linux, the service | \`/etc/titian/titian.toml\` | \`/var/lib/titian\` |
| Linux, a person | \`~/.config/titian/titian.toml\` | \`~/.local/state/titian\` |
| Windows | \`%ProgramData%\\Titian\\titian.toml\` | \`%ProgramData%\\Titian\\store\` |
`;

/** docs/config.md, from the schema and nothing else. */
export function configDoc(): string {
  const sections = Object.entries(ConfigSchema.properties).map(([name, schema]) => sectionOf(name, schema));
  return `${[HEAD, ...sections].join("\n").trimEnd()}\n`;
}

function sectionOf(name: string, schema: TSchema): string {
  const { description, properties, items } = schema as Described;
  const fields = properties ?? (items as Described | undefined)?.properties ?? {};
  const heading = items ? `[[${name}]]` : `[${name}]`;
  const rows = Object.entries(fields).map(([field, inner]) => rowOf(items ? undefined : name, field, inner));
  return [
    `## ${heading}`,
    "",
    description ?? "",
    "",
    "| setting | default | what it is | variable |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function rowOf(section: string | undefined, field: string, schema: TSchema): string {
  const setting = SETTINGS.find(({ path }) => path.join(".") === `${section}.${field}`);
  const variable = setting ? `\`${variableOf(setting)}\`` : "";
  return rowText([...optionCells(field, schema), variable]);
}

/** Name, default, and what it is with its range: the cells that every table of options has. */
export function optionCells(field: string, schema: TSchema): readonly string[] {
  const described = schema as Described;
  const what = [
    described.description,
    rangeOf(described),
    described["x-secret"] ? "Never shown." : undefined,
  ];
  const fallback = described.default === undefined ? "" : `\`${JSON.stringify(described.default)}\``;
  return [`\`${field}\``, fallback, what.filter(Boolean).join(" ")];
}

export const rowText = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

function rangeOf({ minimum, maximum, enum: values, pattern }: Described): string | undefined {
  if (values) return `One of ${values.map((value) => `\`${value}\``).join(", ")}.`;
  if (minimum !== undefined && maximum !== undefined) return `From ${minimum} to ${maximum}.`;
  return pattern === undefined ? undefined : `Matches \`${pattern}\`.`;
}
