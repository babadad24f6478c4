import { categoryName } from "../../../src/bridge/protocol/category-name.ts";
import type { PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { useModel } from "../state/model.ts";
import { PartsTable } from "./parts-table.tsx";

/** By service always; by anything else only where there is more than one of it. */
export function PartTables({ view }: { readonly view: PunctualityView }) {
  const { text } = useModel();
  const words = text.punctuality;
  const kinds = view.kinds.map(({ kind, summary }) => [kind, text.start.kinds[kind], summary] as const);
  const more = [
    {
      ...{ testid: "by-standard", title: words.byStandard },
      parts: view.standards.map(({ standard, title, summary }) => [standard, title, summary] as const),
    },
    {
      ...{ testid: "by-channel", title: words.byChannel },
      parts: view.channels.map(({ channel, summary }) => {
        return [channel, text.start.channels[channel], summary] as const;
      }),
    },
    {
      ...{ testid: "by-category", title: words.byCategory },
      parts: view.categories.map(({ category, summary }) => {
        const name = category === "" ? words.noCategory : categoryName(category, text.categories);
        return [category, name, summary] as const;
      }),
    },
  ].filter(({ parts }) => parts.length > 1);
  const tables = [{ testid: "by-kind", title: words.byKind, parts: kinds }, ...more];
  return (
    <div class="pk-side">
      {tables.map((table) => (
        <PartsTable key={table.testid} {...table} whole={view.summary} />
      ))}
    </div>
  );
}
