import type { BarView, PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { countTicks } from "./axis.ts";
import { useNumbers } from "./numbers.ts";
import { PlotLegend } from "./plot-legend.tsx";

const WIDTH = 640;
const HEIGHT = 168;
const LEFT = 34;
const FLOOR = 140;
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
    <section class="pk-plot" data-testid="distribution">
      <header>
        <h2>{words.distribution}</h2>
        <PlotLegend hasOther={bars.some(({ other }) => other > 0)} />
      </header>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words.distributionLabel(said.join("; "))}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${LEFT} ${FLOOR - heightOf(tick)}H${WIDTH}`} />
            <text x={LEFT - 8} y={FLOOR - heightOf(tick) + 4} text-anchor="end">
              {count(tick)}
            </text>
          </g>
        ))}
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
      </svg>
    </section>
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
