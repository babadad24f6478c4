import type { StandardVersionView } from "../../../src/bridge/protocol/standard-shapes.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icons.tsx";

const LOOK: Readonly<Record<StandardVersionView["state"], readonly [Tone, IconName]>> = {
  draft: ["idle", "pen"],
  "in-force": ["ok", "check"],
  "not-yet": ["run", "clock"],
  past: ["idle", "lock"],
};

/** What a version is now. */
export function VersionBadge({ version }: { readonly version: StandardVersionView }) {
  const words = useModel().text.standards;
  const [tone, icon] = LOOK[version.state];
  return <Badge tone={tone} icon={icon} text={words.states[version.state]} testid="version-state" />;
}

/** `berlaku 1 Januari 2026 sampai 31 Desember 2026`; empty where no day is known. */
export function useEffective({ effectiveFrom, effectiveTo }: StandardVersionView): string {
  const { text, language } = useModel();
  if (effectiveFrom === null) return "";
  const from = longDate(effectiveFrom, language);
  return effectiveTo === null
    ? text.standards.from(from)
    : text.standards.fromTo(from, longDate(effectiveTo, language));
}
