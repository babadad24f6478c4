import type { DeviceDetails } from "../../../src/bridge/protocol/device-shapes.ts";
import { useModel } from "../state/model.ts";

const DAY_MS = 24 * 3_600_000;
const MARKS_H = [24, 18, 12, 6, 0];
const WIDTH = 480;
const HEIGHT = 28;
/** Trouble stands taller, so that it shows without its colour. */
const HEIGHTS = { ok: 14, degraded: 21, down: HEIGHT } as const;

type Level = DeviceDetails["history"][number]["level"];
interface Stretch {
  readonly level: Level;
  /** Shares of the day, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/** The last day as one strip: what the device was, from left to right. `history` comes newest first. */
export function stretchesOf(history: DeviceDetails["history"], nowMs: number): readonly Stretch[] {
  const share = (at: number): number => Math.min(1, Math.max(0, 1 - (nowMs - at) / DAY_MS));
  return history
    .map(({ level, since }, index) => {
      const next = history[index - 1];
      const to = next ? share(Date.parse(next.since)) : 1;
      return { level, from: share(Date.parse(since)), to };
    })
    .filter(({ from, to }) => to > from)
    .reverse();
}

export function HealthStrip({ history }: { readonly history: DeviceDetails["history"] }) {
  const model = useModel();
  const { care } = model.text;
  const now = new Date();
  const stretches = stretchesOf(history, now.getTime());
  if (stretches.length === 0) return <p class="ti-meta">{care.historyNone}</p>;
  const known = 1 - (stretches[0]?.from ?? 0);
  const percent = (level: Level): number => {
    const shares = stretches.filter((one) => one.level === level).map(({ from, to }) => to - from);
    return Math.round((100 * shares.reduce((sum, share) => sum + share, 0)) / known);
  };
  const label = care.historyLabel(percent("ok"), percent("degraded"), percent("down"));
  return (
    <figure class="strip">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
        {stretches.map(({ level, from, to }) => (
          <rect
            key={from}
            class={`strip-${level}`}
            x={from * WIDTH}
            y={HEIGHT - HEIGHTS[level]}
            width={Math.max(1.5, (to - from) * WIDTH)}
            height={HEIGHTS[level]}
          />
        ))}
      </svg>
      <div class="strip-hours ti-meta" aria-hidden="true">
        {MARKS_H.map((hours) => (
          <span key={hours}>{model.clock(new Date(now.getTime() - hours * 3_600_000))}</span>
        ))}
      </div>
      <figcaption class="ti-meta">{label}</figcaption>
    </figure>
  );
}
