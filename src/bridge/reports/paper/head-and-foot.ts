import type { Headline, Note, Report, Signatures } from "../report.ts";
import type { Piece, Run } from "./page-flow.ts";
import { BODY, INK, lineHeight, type Pen, SMALL, type Type } from "./pen.ts";

const TITLE: Type = { size: 19, weight: 700 };
const NAME: Type = { size: 12.5, weight: 700 };
/** Titian's mark: a footbridge, drawn on a field of 32 by 32. */
const MARK = [
  { path: "M3 24.5c6.5-6.5 19.5-6.5 26 0", thickness: 3 },
  { path: "M3 14.5c6.5-6.5 19.5-6.5 26 0", thickness: 2 },
  { path: "M3 12.5v12M29 12.5v12M11.7 10.2v9.6M20.3 10.2v9.6", thickness: 2 },
] as const;
const MARK_SIZE = 31;

type Draw = (path: string) => Parameters<Pen["context"]["stroke"]>[0];

/** Who reports, what and of when. `pathOf` makes a path of the canvas. */
export function headRun(
  { institution, title, subtitle }: Report,
  pen: Pen,
  width: number,
  pathOf: Draw,
): Run {
  const besideMark = MARK_SIZE + 12;
  const name = pen.lines(institution.name, width - besideMark, NAME);
  const address = pen.lines(institution.address, width - besideMark, BODY);
  const nameHeight = name.length * lineHeight(NAME);
  const letterhead = Math.max(MARK_SIZE, nameHeight + address.length * lineHeight(BODY)) + 8;
  const titles = pen.lines(title, width, TITLE);
  const says = pen.lines(subtitle, width, { ...BODY, ink: INK.soft });
  const titleHeight = titles.length * lineHeight(TITLE);
  return {
    pieces: [
      {
        height: letterhead + 10 + titleHeight + says.length * lineHeight(BODY) + 4,
        draw(onto, x, y, wide) {
          drawMark(onto, x, y, pathOf);
          onto.block(name, x + besideMark, y, NAME);
          onto.block(address, x + besideMark, y + nameHeight, { ...BODY, ink: INK.soft });
          onto.line([x, y + letterhead], [x + wide, y + letterhead], INK.accent, 1.7);
          onto.block(titles, x, y + letterhead + 10, TITLE);
          onto.block(says, x, y + letterhead + 10 + titleHeight, { ...BODY, ink: INK.soft });
        },
      },
    ],
    ...{ together: 1, gap: 0 },
  };
}

function drawMark(pen: Pen, x: number, y: number, pathOf: Draw): void {
  const { context } = pen;
  context.save();
  context.translate(x, y);
  context.scale(MARK_SIZE / 32, MARK_SIZE / 32);
  context.lineCap = "round";
  context.strokeStyle = INK.accent;
  for (const { path, thickness } of MARK) {
    context.lineWidth = thickness;
    context.stroke(pathOf(path));
  }
  context.restore();
}

/** The report's figure in white on the accent, the others beside it. */
export function headlineRun({ main, others }: Headline, pen: Pen, width: number): Run {
  const mainWidth = width * (others.length === 0 ? 1 : 1.7 / (1.7 + others.length));
  const eachWidth = (width - mainWidth) / Math.max(1, others.length);
  const [big, large]: readonly [Type, Type] = [
    { size: 23, weight: 700, ink: INK.onAccent },
    { size: 18, weight: 700 },
  ];
  const pad = 10;
  const mainSays = pen.lines(main.says, mainWidth - 2 * pad, SMALL);
  const otherSays = others.map(({ says }) => pen.lines(says, eachWidth - 2 * pad, SMALL));
  const most = Math.max(mainSays.length, ...otherSays.map(({ length }) => length));
  const height = pad + lineHeight(big) + most * lineHeight(SMALL) + pad;
  const draw: Piece["draw"] = (onto, x, y, wide) => {
    onto.fill(x, y, mainWidth, height, INK.accent, 5);
    onto.stroke(x, y, wide, height, INK.strongLine, 0.7);
    onto.text(main.value, x + pad, y + pad - 3, big);
    onto.block(mainSays, x + pad, y + pad + lineHeight(big), { ...SMALL, ink: INK.onAccentSoft });
    for (const [index, { value }] of others.entries()) {
      const left = x + mainWidth + index * eachWidth;
      if (index > 0) onto.line([left, y], [left, y + height], INK.line, 0.7);
      onto.text(value, left + pad, y + pad, large);
      onto.block(otherSays[index] ?? [], left + pad, y + pad + lineHeight(big), SMALL);
    }
  };
  return { pieces: [{ height, draw }], together: 1, gap: 8 };
}

/** How it was counted: small, above the signatures. */
export function noteRun({ title, text }: Note, pen: Pen, width: number): Run {
  const bold: Type = { ...SMALL, weight: 700 };
  const lines = pen.lines(text, width, SMALL);
  return {
    pieces: [
      {
        height: 6 + lineHeight(bold) + lines.length * lineHeight(SMALL),
        draw(onto, x, y, wide) {
          onto.line([x, y], [x + wide, y], INK.line, 0.7);
          onto.text(title, x, y + 6, bold);
          onto.block(lines, x, y + 6 + lineHeight(bold), SMALL);
        },
      },
    ],
    ...{ together: 1, gap: 14 },
  };
}

/** Room for two pens. */
export function signaturesRun({ left, right }: Signatures): Run {
  const lines = Math.max(left.lines.length, right.lines.length);
  const room = 48;
  const above = lines * lineHeight(BODY);
  const one = (pen: Pen, { lines: says, name }: Signatures["left"], x: number, y: number, width: number) => {
    pen.block(says, x, y + above - says.length * lineHeight(BODY), BODY);
    pen.line([x, y + above + room], [x + width, y + above + room], INK.strongLine, 0.7);
    pen.text(name ?? "", x, y + above + room + 3, { ...BODY, weight: 700 });
    const nip = y + above + room + 3 + lineHeight(BODY);
    pen.text("NIP ................................", x, nip, { ...BODY, ink: INK.soft });
  };
  return {
    pieces: [
      {
        height: above + room + 2 * lineHeight(BODY) + 6,
        draw(pen, x, y, width) {
          const half = (width - 85) / 2;
          one(pen, left, x, y, half);
          one(pen, right, x + half + 85, y, half);
        },
      },
    ],
    ...{ together: 1, gap: 22 },
  };
}
