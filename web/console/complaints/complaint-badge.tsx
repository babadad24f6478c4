import type { ComplaintSummary } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { useModel } from "../state/model.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icons.tsx";

type Word = NonNullable<ComplaintSummary["attention"]> | ComplaintSummary["status"];

const LOOK: Readonly<Record<Word, readonly [Tone, IconName]>> = {
  overdue: ["bad", "clock"],
  "due-today": ["warn", "alert"],
  forgotten: ["warn", "alert"],
  open: ["run", "dot"],
  paused: ["idle", "pause"],
  answered: ["ok", "check"],
  closed: ["ok", "check"],
  withdrawn: ["idle", "block"],
};

/** What needs somebody comes before how it stands. */
export function ComplaintBadge({
  complaint: { attention, status },
}: {
  readonly complaint: Pick<ComplaintSummary, "attention" | "status">;
}) {
  const words = useModel().text.complaints.badges;
  const word = attention ?? status;
  const [tone, icon] = LOOK[word];
  return <Badge tone={tone} icon={icon} text={words[word]} testid="complaint-badge" />;
}
