/** ID-1 (CR80), the card everybody has in the purse. Its corner radius is 3.18 mm. */
export const CARD = { widthMm: 85.6, heightMm: 53.98, radiusMm: 3.18, safeMm: 3 } as const;

/** The resolution of every dye-sublimation head that Titian knows. */
export const DPI = 300;
export const PX_PER_MM = DPI / 25.4;

/** The bitmap of an Evolis head: ID-1 with 0.2 mm over the short edges and 0.44 mm over the long ones. */
export const RASTER = { widthPx: 1016, heightPx: 648 } as const;

/** Where the card's own corner lies in the raster: the card is centred, the bleed is equal on both sides. */
export const ORIGIN_PX = {
  x: (RASTER.widthPx - CARD.widthMm * PX_PER_MM) / 2,
  y: (RASTER.heightPx - CARD.heightMm * PX_PER_MM) / 2,
} as const;

/** Millimetres from the card's upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The whole pixels that lie inside a box: what must be sharp is drawn on these. */
export function pixelsInside(box: Box): Box {
  const left = Math.ceil(ORIGIN_PX.x + box.x * PX_PER_MM);
  const top = Math.ceil(ORIGIN_PX.y + box.y * PX_PER_MM);
  const right = Math.floor(ORIGIN_PX.x + (box.x + box.width) * PX_PER_MM);
  const bottom = Math.floor(ORIGIN_PX.y + (box.y + box.height) * PX_PER_MM);
  return { x: left, y: top, width: right - left, height: bottom - top };
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
