import type { VaultId } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";

/** The event comes last: after a crash between the two the file is erased once more. */
export function eraseFile(
  { vault, events }: Pick<Store, "vault" | "events">,
  file: VaultId,
  why: string,
): void {
  vault.erase(file);
  events.append({ stream: `vault/${file}`, type: "vault.erased", data: { file, why } });
}
