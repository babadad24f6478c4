import type { Messages } from "../../../messages/id.ts";
import { mmText } from "../mm.ts";
import { boxOf } from "./draft/layer-box.ts";
import type { Layer } from "./draft/template-types.ts";

/** What a layer is called: what it shows, else what it is. */
export function layerName(layer: Layer, { designer }: Pick<Messages, "designer">): string {
  const kind = designer.kinds[layer.kind];
  if (layer.kind === "image") return `${kind} ${layer.asset}`;
  if (layer.kind !== "text") return kind;
  const parts = layer.content.map((part) =>
    typeof part === "string" ? `“${part}”` : designer.bindings[part.bind],
  );
  return parts.join(" · ") || kind;
}

/** `kiri 5, atas 18,6, lebar 22,2, tinggi 29,6 mm`. */
export function layerPlace(layer: Layer, text: Pick<Messages, "designer">, language: "id" | "en"): string {
  const { x, y, width, height } = boxOf(layer);
  const mm = (value: number): string => mmText(value, language);
  return text.designer.layers.at(mm(x), mm(y), mm(width), mm(height));
}
