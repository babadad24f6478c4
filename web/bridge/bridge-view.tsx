import { Badge, type Tone } from "../console/ui/badge.tsx";
import type { IconName } from "../console/ui/icons.tsx";
import type { BridgeText } from "../messages/id-bridge.ts";
import type { BridgeState } from "./bridge.ts";

type Shown = keyof BridgeText["states"];

const LOOKS: Readonly<Record<Shown, readonly [Tone, IconName]>> = {
  alone: ["warn", "alert"],
  knocking: ["run", "run"],
  connecting: ["run", "run"],
  pairing: ["warn", "alert"],
  open: ["ok", "check"],
  away: ["bad", "cloudoff"],
  left: ["idle", "dot"],
};

/** One word for the state, one sentence for what to do, and the page that is served. */
export function BridgeView({ state, text }: { readonly state: BridgeState; readonly text: BridgeText }) {
  const shown: Shown = state.name === "serving" ? state.progress : state.name;
  const { title, mend } = text.states[shown];
  const [tone, icon] = LOOKS[shown];
  return (
    <main class="bridge">
      <h1 class="bridge-title">
        <img src="./mark.svg" alt="" width="36" height="36" />
        {text.title}
      </h1>
      <p class="bridge-keep">{text.keepOpen}</p>
      <div class="bridge-state" role="status" data-testid="bridge-state" data-state={shown}>
        <Badge tone={tone} icon={icon} text={title} />
        <p>{mend}</p>
        {"origin" in state ? (
          <p class="ti-meta">
            {text.page} <span class="bridge-origin">{state.origin}</span>
          </p>
        ) : null}
      </div>
      <p class="ti-meta">{text.why}</p>
    </main>
  );
}
