/** A page as GetDeviceCaps describes it, in the device's own pixels. */
export interface Page {
  readonly dpiX: number;
  readonly dpiY: number;
  /** The whole card or sheet, edges included. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the printable area begins. GDI counts from there. */
  readonly offsetX: number;
  readonly offsetY: number;
}

export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The page stands upright: the picture is turned by a quarter to lie on it. */
  readonly isTurned: boolean;
}

/** The resolution for which a card is drawn. */
const CARD_DPI = 300;
const MM_PER_INCH = 25.4;

/** ID-1 is 85.60 × 53.98 mm, card heads print 86.0 × 54.9, CR79 is 84 × 51: a page is a card's if it is near these. */
const SHORT_MM = { from: 50, to: 58 };
const LONG_MM = { from: 82, to: 90 };

/**
 * True size, in the middle of the card: what hangs over its edge is clipped. Never scaled to the page. Undefined when the
 * page is no card: a card in the middle of an A4 sheet is a mistake in the queue's settings.
 */
export function placeCard(
  page: Page,
  picture: { readonly widthPx: number; readonly heightPx: number },
): Placement | undefined {
  const widthMm = (page.widthPx / page.dpiX) * MM_PER_INCH;
  const heightMm = (page.heightPx / page.dpiY) * MM_PER_INCH;
  const isTurned = widthMm < heightMm;
  const [shortMm, longMm] = isTurned ? [widthMm, heightMm] : [heightMm, widthMm];
  if (!isWithin(shortMm, SHORT_MM) || !isWithin(longMm, LONG_MM)) return undefined;

  const across = isTurned ? picture.heightPx : picture.widthPx;
  const down = isTurned ? picture.widthPx : picture.heightPx;
  const widthPx = Math.round((across * page.dpiX) / CARD_DPI);
  const heightPx = Math.round((down * page.dpiY) / CARD_DPI);
  return {
    x: Math.round((page.widthPx - widthPx) / 2) - page.offsetX,
    y: Math.round((page.heightPx - heightPx) / 2) - page.offsetY,
    widthPx,
    heightPx,
    isTurned,
  };
}

function isWithin(mm: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return mm >= from && mm <= to;
}
