/** ID-1 (CR80), the card everybody has in the purse. Its corner radius is 3.18 mm. */
export const CARD = { longMm: 85.6, shortMm: 53.98, radiusMm: 3.18, safeMm: 3 } as const;

/** Of PDF, 1/72 inch. */
export const POINTS_PER_MM = 72 / 25.4;

/** Upright cards are the same card turned by a quarter: a printer takes both in one way only. */
export const ORIENTATIONS = ["landscape", "portrait"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** What heads of card printers resolve. 600 is for paper: no dye-sublimation head that Titian knows has it. */
export const RESOLUTIONS = [300, 600] as const;
export type Dpi = (typeof RESOLUTIONS)[number];

/** The bitmap of an Evolis head at 300 dpi: ID-1 with 0.2 mm over the short edges and 0.44 mm over the long ones. */
const HEAD_PX = { long: 1016, short: 648 } as const;

/** A card as a picture: how large it is, and where the card's own corner lies in it. */
export interface Surface {
  readonly orientation: Orientation;
  readonly dpi: Dpi;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pxPerMm: number;
  /** The card is centred, the bleed is equal on opposite sides. */
  readonly originPx: { readonly x: number; readonly y: number };
}

export function surfaceOf(orientation: Orientation, dpi: Dpi = 300): Surface {
  const isLandscape = orientation === "landscape";
  const [widthMm, heightMm] = isLandscape ? [CARD.longMm, CARD.shortMm] : [CARD.shortMm, CARD.longMm];
  const scale = dpi / 300;
  const widthPx = (isLandscape ? HEAD_PX.long : HEAD_PX.short) * scale;
  const heightPx = (isLandscape ? HEAD_PX.short : HEAD_PX.long) * scale;
  const pxPerMm = dpi / 25.4;
  const originPx = { x: (widthPx - widthMm * pxPerMm) / 2, y: (heightPx - heightMm * pxPerMm) / 2 };
  return { orientation, dpi, widthMm, heightMm, widthPx, heightPx, pxPerMm, originPx };
}

/** A card for paper, with as much picture over the cut line as the sheet has room for. */
export function paperSurface(orientation: Orientation, dpi: Dpi, bleedMm: number): Surface {
  const { widthMm, heightMm, pxPerMm } = surfaceOf(orientation, dpi);
  const bleedPx = bleedMm * pxPerMm;
  const widthPx = Math.ceil(widthMm * pxPerMm + 2 * bleedPx);
  const heightPx = Math.ceil(heightMm * pxPerMm + 2 * bleedPx);
  return {
    orientation,
    dpi,
    widthMm,
    heightMm,
    widthPx,
    heightPx,
    pxPerMm,
    originPx: { x: bleedPx, y: bleedPx },
  };
}

/** Millimetres from the card's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box of the card in the surface's pixels, not rounded. */
export function toPixels({ x, y, width, height }: Box, { originPx, pxPerMm }: Surface): Box {
  return {
    x: originPx.x + x * pxPerMm,
    y: originPx.y + y * pxPerMm,
    width: width * pxPerMm,
    height: height * pxPerMm,
  };
}

/** The whole pixels that lie inside a box: what must be sharp is drawn on these. */
export function pixelsInside(box: Box, surface: Surface): Box {
  const px = toPixels(box, surface);
  const [left, top] = [Math.ceil(px.x), Math.ceil(px.y)];
  return {
    x: left,
    y: top,
    width: Math.floor(px.x + px.width) - left,
    height: Math.floor(px.y + px.height) - top,
  };
}

/** The largest part of a picture with the wanted proportion, centred: what is outside is lost, nothing is stretched. */
export function cover(picture: Box, aspect: number): Box {
  const width = Math.min(picture.width, picture.height * aspect);
  const height = width / aspect;
  return {
    x: picture.x + (picture.width - width) / 2,
    y: picture.y + (picture.height - height) / 2,
    width,
    height,
  };
}

/** The largest box of the wanted proportion inside another, centred: the whole picture shows, with room beside it. */
export function contain(room: Box, aspect: number): Box {
  const width = Math.min(room.width, room.height * aspect);
  const height = width / aspect;
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}
