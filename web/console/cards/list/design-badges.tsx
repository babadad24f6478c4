import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { Badge, type Tone } from "../../ui/badge.tsx";
import type { IconName } from "../../ui/icons.tsx";

const LOOK: Readonly<Record<DesignView["state"], readonly [Tone, IconName]>> = {
  approved: ["ok", "check"],
  draft: ["warn", "pen"],
  withdrawn: ["idle", "block"],
};

/** Where a design stands, and who gets it. */
export function DesignBadges({ design }: { readonly design: DesignView }) {
  const { cards } = useModel().text;
  const [tone, icon] = LOOK[design.state];
  return (
    <span class="badges">
      <Badge tone={tone} icon={icon} text={cards.states[design.state]} testid={`state-${design.name}`} />
      {design.isDefault ? <Badge tone="run" icon="user" text={cards.isDefault} /> : null}
      {design.inRules > 0 ? <Badge tone="run" icon="sliders" text={cards.inRules(design.inRules)} /> : null}
      {design.trouble ? <Badge tone="bad" icon="alert" text={cards.notDrawn} /> : null}
    </span>
  );
}
