import type { Static } from "typebox";
import { TitianError } from "../../kernel/errors.ts";
import type { Handlers } from "../dispatch.ts";
import type { UPDATE_COMMANDS } from "../protocol/update-commands.ts";
import type { UpdateView } from "../protocol/update-shapes.ts";
import type { Updates } from "../updates/updates.ts";

/** Without `updates` this Titian was started without its launcher, and only says which version it is. */
export function updateHandlers(
  updates: Updates | undefined,
  view: () => Static<typeof UpdateView>,
): Pick<Handlers, keyof typeof UPDATE_COMMANDS> {
  const managed = (): Updates => {
    if (!updates) throw new TitianError("UPDATE_NOT_INSTALLED");
    return updates;
  };
  return {
    async "update.get"() {
      return view();
    },
    async "update.check"(_params, { signal }) {
      await managed().check(signal);
      return view();
    },
    async "update.apply"(_params, { signal }) {
      await managed().want(signal);
      return view();
    },
    async "update.takeBack"() {
      managed().takeBack();
      return view();
    },
  };
}
