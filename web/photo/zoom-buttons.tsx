import { Icon } from "../console/ui/icons.tsx";
import { type Crop, type Size, zoomCrop, zoomOf } from "./crop.ts";
import { ZOOM } from "./crop-by-key.ts";
import { usePhotoDesk } from "./photo-desk.ts";

/** Nearer and further, for a hand that has no wheel. */
export function ZoomButtons({
  crop,
  picture,
  onCrop,
}: {
  readonly crop: Crop;
  readonly picture: Size;
  readonly onCrop: (crop: Crop) => void;
}) {
  const { photo } = usePhotoDesk().text;
  return (
    <div class="zoom">
      <button
        type="button"
        class="ti-btn"
        aria-label={photo.zoomIn}
        data-testid="crop-zoom-in"
        onClick={() => onCrop(zoomCrop(crop, picture, ZOOM))}
      >
        <Icon name="plus" />
      </button>
      <span>{Math.round(zoomOf(crop, picture) * 100)} %</span>
      <button
        type="button"
        class="ti-btn"
        aria-label={photo.zoomOut}
        data-testid="crop-zoom-out"
        onClick={() => onCrop(zoomCrop(crop, picture, 1 / ZOOM))}
      >
        <Icon name="minus" />
      </button>
    </div>
  );
}
