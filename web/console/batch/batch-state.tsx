import type { BatchSummary } from "../../../src/bridge/protocol/batch-shapes.ts";
import { useModel } from "../state/model.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icons.tsx";

const LOOK: Readonly<Record<BatchSummary["state"], readonly [Tone, IconName]>> = {
  open: ["idle", "clock"],
  running: ["run", "run"],
  paused: ["warn", "pause"],
  done: ["ok", "check"],
  cancelled: ["idle", "block"],
};

export function BatchState({ state }: { readonly state: BatchSummary["state"] }) {
  const { text } = useModel();
  const [tone, icon] = LOOK[state];
  return <Badge tone={tone} icon={icon} text={text.batch.states[state]} testid="batch-state" />;
}
