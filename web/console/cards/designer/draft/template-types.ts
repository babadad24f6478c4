import type { Template } from "../../../../../src/bridge/protocol/design-shapes.ts";

export type { Template } from "../../../../../src/bridge/protocol/design-shapes.ts";
export type Layer = Template["front"]["layers"][number];
export type LayerKind = Layer["kind"];
export type LayerOf<K extends LayerKind> = Extract<Layer, { readonly kind: K }>;
export type When = NonNullable<Layer["when"]>;
export type Orientation = Template["orientation"];
export type SideName = "front" | "back";
export type BindingName = Exclude<LayerOf<"text">["content"][number], string>["bind"];
