import { useDesigning } from "../designing.ts";
import { changeLayer } from "../draft/edits.ts";
import type { Layer } from "../draft/template-types.ts";

/** Puts other properties into one layer. An undefined one is taken out: a template says nothing where it means the usual. */
export function useLayerChange<L extends Layer>(
  id: number,
): (part: { readonly [K in keyof L]?: L[K] | undefined }, gesture?: string) => void {
  const { session } = useDesigning();
  return (part, gesture) =>
    session.do((editor) =>
      changeLayer(
        editor,
        id,
        (layer) => {
          const merged = Object.entries({ ...layer, ...part }).filter(([, value]) => value !== undefined);
          // The fields of one kind change only properties of that kind.
          return Object.fromEntries(merged) as Layer;
        },
        gesture,
      ),
    );
}
