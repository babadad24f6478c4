import type { PunctualityView, TrendPoint } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { useModel } from "../state/model.ts";
import { countTicks } from "./axis.ts";
import { CountPlot, FLOOR, LEFT, WIDTH } from "./count-plot.tsx";
import { useNumbers } from "./numbers.ts";
import { pointName, pointWords } from "./period.ts";

const ROOF = 12;
/** Every so many names fit under the bars. */
const MOST_NAMES = 31;
const WIDEST_BAR = 34;

/** How many cases each day or month had, and how many of them came late. */
export function TrendPlot({ trend }: { readonly trend: PunctualityView["trend"] }) {
  const { text, language } = useModel();
  const { count } = useNumbers();
  const { points, by } = trend;
  const words = text.punctuality;
  const most = Math.max(1, ...points.map(({ onTime, late, other }) => onTime + late + other));
  const ticks = countTicks(most);
  const top = ticks.at(-1) ?? most;
  const slot = (WIDTH - LEFT) / Math.max(points.length, 6);
  const bar = Math.min(WIDEST_BAR, slot * 0.72);
  const every = Math.ceil(points.length / MOST_NAMES);
  const heightOf = (cases: number): number => (cases / top) * (FLOOR - ROOF);
  const said = points.map(({ at, onTime, late }) =>
    words.trendPoint(pointWords(at, by, language), count(onTime), count(late)),
  );
  return (
    <CountPlot
      title={by === "day" ? words.trendDay : words.trendMonth}
      said={words.trendLabel(said.join("; "))}
      hasOther={points.some(({ other }) => other > 0)}
      ticks={ticks}
      heightOf={heightOf}
      testid="trend"
    >
      {points.map((point, index) => (
        <g key={point.at} transform={`translate(${LEFT + slot * (index + 0.5)} ${FLOOR})`}>
          <Stack point={point} width={bar} heightOf={heightOf} />
          {index % every === 0 ? (
            <text y={18} text-anchor="middle">
              {pointName(point.at, by, language)}
            </text>
          ) : null}
        </g>
      ))}
    </CountPlot>
  );
}

function Stack({
  point: { onTime, late, other },
  width,
  heightOf,
}: {
  readonly point: TrendPoint;
  readonly width: number;
  readonly heightOf: (cases: number) => number;
}) {
  const [met, apart, over] = [onTime, other, late].map(heightOf) as [number, number, number];
  return (
    <>
      {onTime > 0 ? <rect class="on" x={-width / 2} y={-met} width={width} height={met} /> : null}
      {other > 0 ? <rect class="apart" x={-width / 2} y={-met - apart} width={width} height={apart} /> : null}
      {late > 0 ? (
        <rect
          class="off"
          x={-width / 2}
          y={-met - apart - over}
          width={width}
          height={Math.max(1, over - 1)}
        />
      ) : null}
    </>
  );
}
