import { withoutAssets } from "../cards/design.ts";
import { DesignShelf } from "../cards/design-shelf.ts";
import { TEMPLATES } from "../cards/templates/installed.ts";
import type { ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import { DesignPrintCheck } from "./flows/design-print-check.ts";
import { DesignViews } from "./flows/design-views.ts";
import type { PrintingFlow } from "./flows/printing.ts";
import type { TestPrints } from "./flows/test-prints.ts";
import { designHandlers } from "./handlers/designs.ts";
import type { LazyRendering } from "./lazy-rendering.ts";
import { LibraryBackgrounds } from "./library-backgrounds.ts";

interface Parts {
  readonly shelf: DesignShelf;
  readonly renderer: LazyRendering;
  readonly printing: PrintingFlow;
  readonly prints: TestPrints;
  readonly hub: EventHub;
  readonly store: Pick<Store, "memberKeyOf" | "counters">;
  readonly inlislite: Pick<ReconnectingInlislite, "settings" | "version">;
  readonly config: Pick<Config, "photo">;
}

/** What the console's designer asks for. */
export function designParts({ shelf, renderer, printing, prints, hub, store, inlislite, config }: Parts) {
  const { memberKeyOf, counters } = store;
  const views = new DesignViews(shelf, (desk) => counters.titleOf(desk));
  const printCheck = new DesignPrintCheck({ renderer, printing });
  const { settings } = inlislite;
  const backgrounds = new LibraryBackgrounds({ inlislite, photoFolder: config.photo.folder });
  return {
    handlers: designHandlers({
      ...{ shelf, views, printCheck, prints, hub, memberKeyOf },
      ...{ backgrounds, settings },
    }),
  };
}

/** Installed designs and the library's own, from its first start on. */
export const designShelf = (store: Store, otherwise: string): DesignShelf =>
  new DesignShelf({
    installed: TEMPLATES.map(withoutAssets),
    records: store.designs,
    files: store.designFiles,
    otherwise,
  });
