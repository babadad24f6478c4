/** The part of JSON Schema that the protocol uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly default?: unknown;
}

/** The schema's name in the documentation, where it has one. */
export type NameOf = (schema: JsonSchema) => string | undefined;

/** A schema as a TypeScript-like type; bounds and descriptions stand beside it as comments. */
export function typeText(schema: JsonSchema, nameOf: NameOf, indent = ""): string {
  const name = nameOf(schema);
  if (name) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.anyOf) return schema.anyOf.map((one) => typeText(one, nameOf, indent)).join(" | ");
  if (schema.type === "array") return arrayText(schema, nameOf, indent);
  if (schema.properties) return objectText(schema, nameOf, indent);
  if (schema.patternProperties) return recordText(schema, nameOf, indent);
  return schema.type ?? "unknown";
}

/** The same, spelt out although it has a name: for the place where the name is explained. */
export function definitionText(schema: JsonSchema, nameOf: NameOf): string {
  return typeText(schema, (other) => (other === schema ? undefined : nameOf(other)));
}

function arrayText({ items = {} }: JsonSchema, nameOf: NameOf, indent: string): string {
  const text = typeText(items, nameOf, indent);
  return text.includes(" | ") && !text.startsWith("{") ? `(${text})[]` : `${text}[]`;
}

function recordText({ patternProperties = {} }: JsonSchema, nameOf: NameOf, indent: string): string {
  const values = Object.values(patternProperties).map((one) => typeText(one, nameOf, indent));
  return `Record<string, ${values.join(" | ")}>`;
}

function objectText({ properties = {}, required = [] }: JsonSchema, nameOf: NameOf, indent: string): string {
  const entries = Object.entries(properties);
  if (entries.length === 0) return "{}";
  const inner = `${indent}  `;
  const lines = entries.map(([key, value]) => {
    const mark = required.includes(key) ? "" : "?";
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    // A named shape explains itself in its own place, unless this use says more.
    const isExplained = nameOf(value) !== undefined;
    const remark = remarkOf(value, isExplained);
    return `${inner}${name}${mark}: ${typeText(value, nameOf, inner)};${remark && ` // ${remark}`}`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

export function remarkOf(schema: JsonSchema, isExplained = false): string {
  if (isExplained) return "";
  const inner = schema.anyOf?.find((one) => one.type !== "null");
  const parts = [
    boundsOf(schema) || (inner ? boundsOf(inner) : ""),
    schema.description ?? inner?.description ?? "",
  ];
  if (schema.default !== undefined) parts.push(`Default ${JSON.stringify(schema.default)}.`);
  return parts.filter(Boolean).join(" ");
}

function boundsOf(schema: JsonSchema): string {
  const parts = [
    rangeText(schema.minLength, schema.maxLength, " characters"),
    rangeText(schema.minimum, schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum, ""),
    rangeText(undefined, schema.maxItems, " items"),
    schema.pattern ? `matches ${schema.pattern}` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}.` : "";
}

function rangeText(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (most !== undefined) return `at most ${most}${unit}`;
  return least === undefined ? "" : `at least ${least}${unit}`;
}
