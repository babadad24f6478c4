import { withoutAssets } from "../cards/design.ts";
import { DesignShelf } from "../cards/design-shelf.ts";
import { TEMPLATES } from "../cards/templates/installed.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import { DesignPrintCheck } from "./flows/design-print-check.ts";
import { DesignViews } from "./flows/design-views.ts";
import type { PrintingFlow } from "./flows/printing.ts";
import type { TestPrints } from "./flows/test-prints.ts";
import { designHandlers } from "./handlers/designs.ts";
import type { LazyRendering } from "./lazy-rendering.ts";

interface Parts {
  readonly shelf: DesignShelf;
  readonly renderer: LazyRendering;
  readonly printing: PrintingFlow;
  readonly prints: TestPrints;
  readonly hub: EventHub;
  readonly memberKeyOf: Store["memberKeyOf"];
}

/** What the console's designer asks for. */
export function designParts({ shelf, renderer, printing, prints, hub, memberKeyOf }: Parts) {
  const views = new DesignViews(shelf);
  const printCheck = new DesignPrintCheck({ renderer, printing });
  return { handlers: designHandlers({ shelf, views, printCheck, prints, hub, memberKeyOf }) };
}

/** Installed designs and the library's own, from its first start on. */
export const designShelf = (store: Store, otherwise: string): DesignShelf =>
  new DesignShelf({
    installed: TEMPLATES.map(withoutAssets),
    records: store.designs,
    files: store.designFiles,
    otherwise,
  });
