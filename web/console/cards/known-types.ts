import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useModel } from "../state/model.ts";

/** INLISLite's types of members; undefined until it has said them, and while it is away. */
export function useKnownTypes(): readonly string[] | undefined {
  const { connection } = useModel();
  const types = useSignal<readonly string[] | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (!isOpen) return;
    connection.call("design.memberTypes", {}).then(
      (known) => {
        types.value = known.types;
      },
      // They can be typed then, as before.
      () => undefined,
    );
  }, [isOpen]);
  return types.value;
}
