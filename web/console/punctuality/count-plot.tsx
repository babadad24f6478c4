import type { ComponentChildren } from "preact";
import { useNumbers } from "./numbers.ts";
import { PlotLegend } from "./plot-legend.tsx";

/** Of the picture, in its own units: the axis stands at LEFT, the bars on FLOOR. */
export const WIDTH = 640;
export const LEFT = 34;
export const FLOOR = 140;
const HEIGHT = 168;

/** Numbers of cases as bars upon lines; what is drawn there is the caller's. `said`: the same in words. */
export function CountPlot({
  title,
  said,
  hasOther,
  ticks,
  heightOf,
  testid,
  children,
}: {
  readonly title: string;
  readonly said: string;
  readonly hasOther: boolean;
  readonly ticks: readonly number[];
  readonly heightOf: (cases: number) => number;
  readonly testid: string;
  readonly children: ComponentChildren;
}) {
  const { count } = useNumbers();
  return (
    <section class="pk-plot" data-testid={testid}>
      <header>
        <h2>{title}</h2>
        <PlotLegend hasOther={hasOther} />
      </header>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
        {ticks.map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${LEFT} ${FLOOR - heightOf(tick)}H${WIDTH}`} />
            <text x={LEFT - 8} y={FLOOR - heightOf(tick) + 4} text-anchor="end">
              {count(tick)}
            </text>
          </g>
        ))}
        {children}
      </svg>
    </section>
  );
}
