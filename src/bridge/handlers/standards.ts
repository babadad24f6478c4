import type { LocalDate } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { Handlers } from "../dispatch.ts";
import type { StandardEdits } from "../flows/sla/standard-edits.ts";
import { checkedDraft } from "../flows/sla/standard-file.ts";
import { importedFrom, sourceText } from "../flows/sla/standard-import.ts";
import type { StandardShelf } from "../flows/sla/standard-shelf.ts";
import type { StandardViews } from "../flows/sla/standard-views.ts";
import { standardView } from "../flows/standard-view.ts";
import type { STANDARD_COMMANDS } from "../protocol/standard-commands.ts";
import type { StandardDetails, StandardSummary } from "../protocol/standard-shapes.ts";

interface Dependencies {
  readonly shelf: StandardShelf;
  readonly edits: StandardEdits;
  readonly views: StandardViews;
  readonly hub: EventHub;
}

type StandardCommands = keyof typeof STANDARD_COMMANDS | "standard.list";

export function standardHandlers({
  shelf,
  edits,
  views,
  hub,
}: Dependencies): Pick<Handlers, StandardCommands> {
  const tell = (): void => hub.publish("standards.changed", { standards: views.all() });
  const details = (id: string, version?: number): StandardDetails => {
    tell();
    return views.details(id, version);
  };
  const summary = (id: string): StandardSummary => {
    tell();
    return views.summary(id);
  };
  return {
    async "standard.list"() {
      return { standards: shelf.all().map((standard) => standardView(standard, !shelf.isOwn(standard.id))) };
    },
    async "standards.list"() {
      return { standards: views.all() };
    },
    async "standard.get"({ id, version }) {
      return views.details(id, version);
    },
    async "standard.import"({ source }, { session }) {
      return importedFrom(sourceText(session.frames.pull(source)));
    },
    async "standard.save"({ id, standard, source, expects }, { session }) {
      const draft = {
        id: id ?? undefined,
        standard: checkedDraft(standard),
        source: source === undefined ? undefined : sourceText(session.frames.pull(source)),
        expects,
      };
      return details(edits.save(draft));
    },
    async "standard.publish"({ id, version, effectiveFrom, effectiveTo }) {
      edits.publish(id, version, {
        effectiveFrom: effectiveFrom as LocalDate,
        effectiveTo: effectiveTo as LocalDate | null,
      });
      return details(id, version);
    },
    async "standard.withdraw"({ id }) {
      edits.withdraw(id);
      return summary(id);
    },
    async "standard.restore"({ id }) {
      edits.restore(id);
      return summary(id);
    },
    async "standard.resolve"({ id, issue, by, on, text, covers }) {
      edits.resolve(id, issue, { by, on: on as LocalDate, text, covers });
      return details(id);
    },
    async "standard.diff"({ id, from, to }) {
      return { changes: views.changes(id, from, to) };
    },
  };
}
