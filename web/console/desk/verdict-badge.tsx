import type { Messages } from "../../messages/id.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import type { IconName } from "../ui/icons.tsx";
import type { LiveCase } from "./live-times.ts";
import { type Judgement, verdictsOf } from "./verdict.ts";

export interface VerdictLook {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
}

type VerdictWords = Pick<Messages, "verdict">;

export function lookOf({ standing, leftMs }: Judgement, text: VerdictWords): VerdictLook {
  switch (standing) {
    case "on-time":
      return { tone: "ok", icon: "check", text: text.verdict.onTime };
    case "met":
      return { tone: "ok", icon: "check", text: text.verdict.met };
    case "near":
      return { tone: "warn", icon: "alert", text: text.verdict.near };
    case "late":
    case "missed":
      return {
        tone: "bad",
        icon: "clock",
        text: leftMs === undefined ? text.verdict.lateDays : text.verdict.late(stopwatch(-leftMs)),
      };
    case "none":
      return { tone: "idle", icon: "help", text: text.verdict.none };
  }
}

/** For the whole case; two readings that differ are not blended. */
export function caseLook(live: LiveCase, text: VerdictWords): VerdictLook {
  if (live.view.status === "paused") return { tone: "idle", icon: "pause", text: text.verdict.paused };
  const { published, stepSum, isTwofold, isUndecided } = verdictsOf(live);
  if (isUndecided) return { tone: "idle", icon: "help", text: text.verdict.undecided };
  if (isTwofold) return { tone: "idle", icon: "help", text: text.verdict.two };
  return lookOf(published.standing === "none" ? stepSum : published, text);
}

export function VerdictBadge({ live }: { readonly live: LiveCase }) {
  const { text } = useModel();
  return <Badge {...caseLook(live, text)} testid="verdict" />;
}
