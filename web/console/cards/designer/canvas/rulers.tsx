import { MARGIN_MM } from "./canvas-view.ts";

/** How wide the rulers are. */
export const RULER_PX = 22;
const LABEL_EVERY_MM = 10;
const MEDIUM_EVERY_MM = 5;

/** Millimetres along the top and the left, 0 at the card's corner. Seen only: every layer says its place in words. */
export function Rulers({
  width,
  height,
  scale,
}: {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}) {
  return (
    <>
      <svg class="ruler ruler-x" width={width * scale} height={RULER_PX} aria-hidden="true">
        {marks(width).map((mm) => {
          const x = (mm + MARGIN_MM) * scale;
          return (
            <g key={mm}>
              <path d={`M${x} ${RULER_PX}v${-lengthOf(mm)}`} />
              {mm % LABEL_EVERY_MM === 0 ? (
                <text x={x + 3} y={10}>
                  {mm}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <svg class="ruler ruler-y" width={RULER_PX} height={height * scale} aria-hidden="true">
        {marks(height).map((mm) => {
          const y = (mm + MARGIN_MM) * scale;
          return (
            <g key={mm}>
              <path d={`M${RULER_PX} ${y}h${-lengthOf(mm)}`} />
              {mm % LABEL_EVERY_MM === 0 ? (
                <text x={2} y={y + 11}>
                  {mm}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </>
  );
}

const marks = (length: number): readonly number[] =>
  Array.from({ length: Math.floor(length - MARGIN_MM) + 1 }, (_, mm) => mm);

const lengthOf = (mm: number): number =>
  mm % LABEL_EVERY_MM === 0 ? 12 : mm % MEDIUM_EVERY_MM === 0 ? 8 : 4;
