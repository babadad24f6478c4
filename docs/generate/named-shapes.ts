import * as deviceViews from "../../src/bridge/protocol/device-views.ts";
import * as shapes from "../../src/bridge/protocol/shapes.ts";
import type { JsonSchema, NameOf } from "./schema-text.ts";

const textOf = (schema: JsonSchema): string => JSON.stringify(schema);
const withoutDescription = ({ description: _, ...rest }: JsonSchema): string => JSON.stringify(rest);

/** Every shape that commands and events share, by the name it has in the code. */
export const NAMED_SHAPES: readonly (readonly [name: string, schema: JsonSchema])[] = Object.entries({
  ...shapes,
  ...deviceViews,
})
  .filter(([name]) => /^[A-Z]/.test(name))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, schema]) => [name, schema as JsonSchema]);

const nameByText = new Map(NAMED_SHAPES.map(([name, schema]) => [textOf(schema), name]));

/** Shapes are recognised by what they say, because a schema that was made optional or described anew is another object. */
export const nameOfShape: NameOf = (schema) =>
  nameByText.get(textOf(schema)) ??
  (schema.description ? nameByText.get(withoutDescription(schema)) : undefined);
