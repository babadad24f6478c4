import type { BarView, PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { countTicks } from "./axis.ts";
import { CountPlot, FLOOR, LEFT, WIDTH } from "./count-plot.tsx";
import { useNumbers } from "./numbers.ts";

const ROOF = 26;
/** Names of times are wide: so many fit under the bars. */
const MOST_NAMES = 9;

/** How long the cases took, with the promise as a line through them. */
export function DistributionPlot({
  distribution,
  isStep,
}: {
  readonly distribution: PunctualityView["distribution"];
  readonly isStep: boolean;
}) {
  const { text } = useModel();
  const { count } = useNumbers();
  const words = text.punctuality;
  const { bars, limitMs, widthMs } = distribution;
  const ticks = countTicks(Math.max(1, ...bars.map(casesIn)));
  const top = ticks.at(-1) ?? 1;
  const slot = (WIDTH - LEFT) / Math.max(bars.length, 8);
  const xOf = (ms: number): number => LEFT + (ms / widthMs) * slot;
  const heightOf = (cases: number): number => (cases / top) * (FLOOR - ROOF);
  const every = Math.ceil(bars.length / MOST_NAMES);
  const said = bars
    .filter((bar) => casesIn(bar) > 0)
    .map((bar) =>
      bar.toMs === null
        ? words.beyond(stopwatch(bar.fromMs), count(casesIn(bar)))
        : words.bar(stopwatch(bar.fromMs), stopwatch(bar.toMs), count(casesIn(bar))),
    );
  const line = limitMs === null || bars.length === 0 ? undefined : xOf(limitMs);
  return (
    <CountPlot
      title={words.distribution}
      said={words.distributionLabel(said.join("; "))}
      hasOther={bars.some(({ other }) => other > 0)}
      ticks={ticks}
      heightOf={heightOf}
      testid="distribution"
    >
      {bars.map((bar, index) => (
        <g key={bar.fromMs}>
          <Column bar={bar} x={LEFT + slot * index} width={slot} heightOf={heightOf} />
          {index % every === 0 ? (
            <text x={LEFT + slot * index} y={FLOOR + 18} text-anchor="middle">
              {bar.toMs === null ? `> ${stopwatch(bar.fromMs)}` : stopwatch(bar.fromMs)}
            </text>
          ) : null}
        </g>
      ))}
      {limitMs !== null && line !== undefined ? (
        <>
          <path class="limit" d={`M${line} ${ROOF - 8}V${FLOOR + 4}`} />
          <text class="limit-name" x={line + 6} y={ROOF - 12}>
            {isStep ? words.target(stopwatch(limitMs)) : words.promised(stopwatch(limitMs))}
          </text>
        </>
      ) : null}
    </CountPlot>
  );
}

const casesIn = ({ onTime, late, other }: BarView): number => onTime + late + other;

function Column({
  bar: { onTime, late, other },
  x,
  width,
  heightOf,
}: {
  readonly bar: BarView;
  readonly x: number;
  readonly width: number;
  readonly heightOf: (cases: number) => number;
}) {
  const parts = [
    ["on", onTime],
    ["apart", other],
    ["off", late],
  ] as const;
  let y = FLOOR;
  return (
    <>
      {parts.map(([look, cases]) => {
        const height = heightOf(cases);
        y -= height;
        return cases > 0 ? (
          <rect key={look} class={look} x={x + 1.5} y={y} width={Math.max(2, width - 3)} height={height} />
        ) : null;
      })}
    </>
  );
}
