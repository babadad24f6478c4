import type { Handlers } from "../../dispatch.ts";
import type { CommandName } from "../../protocol/commands.ts";
import type { DiskGuard } from "./disk-guard.ts";

/** What begins a photo or puts ink on cards. Everything else of a running case goes on to the last byte. */
const BEGINNINGS = [
  ...["camera.capture", "photo.keep", "photo.edit", "inbox.take"],
  ...["card.print", "card.queue", "batch.open", "batch.start"],
] as const satisfies readonly CommandName[];

/** The same handlers, but for beginnings, which the disk's last part is not given to. */
export function withRoom(handlers: Handlers, guard: Pick<DiskGuard, "assertRoom">): Handlers {
  const beginnings = BEGINNINGS.map((name) => {
    const handler = handlers[name] as (...asked: readonly unknown[]) => Promise<unknown>;
    const guarded = async (...asked: readonly unknown[]): Promise<unknown> => {
      guard.assertRoom();
      return await handler(...asked);
    };
    return [name, guarded] as const;
  });
  return { ...handlers, ...Object.fromEntries(beginnings) };
}
