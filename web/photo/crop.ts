/** A 3:4 window on a picture. All four numbers are shares of the picture, as `photo.keep` takes them. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

const RATIO = 3 / 4;
/** Share of the largest possible window; smaller means a few hundred pixels of an ordinary camera. */
const SMALLEST = 0.2;

/** The largest 3:4 window the picture can hold, in shares. */
function largest({ widthPx, heightPx }: Size): Pick<Crop, "width" | "height"> {
  const isWide = widthPx / heightPx > RATIO;
  return isWide
    ? { width: (heightPx * RATIO) / widthPx, height: 1 }
    : { width: 1, height: widthPx / RATIO / heightPx };
}

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The largest window, in the middle: faces are put there by the frame in the preview. */
export function initialCrop(picture: Size): Crop {
  const { width, height } = largest(picture);
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}

/** Moves the window by shares of the picture and keeps it inside. */
export function moveCrop(crop: Crop, dx: number, dy: number): Crop {
  return {
    ...crop,
    x: between(crop.x + dx, 0, 1 - crop.width),
    y: between(crop.y + dy, 0, 1 - crop.height),
  };
}

/** How much larger than at first the face appears: 1 is the largest window, 5 the smallest. */
export function zoomOf(crop: Crop, picture: Size): number {
  return largest(picture).height / crop.height;
}

/** Makes the face larger (`factor` > 1) or smaller about the middle of the window. */
export function zoomCrop(crop: Crop, picture: Size, factor: number): Crop {
  const full = largest(picture);
  const scale = between(crop.height / full.height / factor, SMALLEST, 1);
  const width = full.width * scale;
  const height = full.height * scale;
  const x = crop.x + (crop.width - width) / 2;
  const y = crop.y + (crop.height - height) / 2;
  return moveCrop({ x, y, width, height }, 0, 0);
}

/** Pixels of the picture by which a corner may miss it: rounding, not a corner that anybody sees. */
const HAIR_PX = 1;

/** Whether the window, with the picture tilted about its middle, lies inside the picture. Else its corners are empty. */
export function isFilled(crop: Crop, { widthPx, heightPx }: Size, rollDegrees: number): boolean {
  const roll = (rollDegrees * Math.PI) / 180;
  const [halfWidth, halfHeight] = [(crop.width * widthPx) / 2, (crop.height * heightPx) / 2];
  // Half of what the tilted window covers, along the picture's own edges.
  const reachX = halfWidth * Math.cos(roll) + halfHeight * Math.abs(Math.sin(roll));
  const reachY = halfHeight * Math.cos(roll) + halfWidth * Math.abs(Math.sin(roll));
  const middleX = (crop.x + crop.width / 2) * widthPx;
  const middleY = (crop.y + crop.height / 2) * heightPx;
  return (
    Math.min(middleX, widthPx - middleX) >= reachX - HAIR_PX &&
    Math.min(middleY, heightPx - middleY) >= reachY - HAIR_PX
  );
}
