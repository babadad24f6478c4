import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Picture } from "../console/ui/picture.tsx";
import { usePhotoDesk } from "./photo-desk.ts";
import type { InboxPhoto, PhotoFolder } from "./photo-folder.ts";

/** What waits in the photo folder, newest first. The pictures come one after the other, the newest at once. */
export function FolderPhotos({
  folder,
  onChoose,
}: {
  readonly folder: PhotoFolder;
  readonly onChoose: (photo: InboxPhoto) => void;
}) {
  const model = usePhotoDesk();
  const { text } = model;
  const bitmaps = useSignal<ReadonlyMap<string, ImageBitmap>>(new Map());
  const photos = folder.photos.value;

  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      for (const { photo } of photos ?? []) {
        if (bitmaps.peek().has(photo)) continue;
        // One that cannot be read keeps its empty place; the others follow.
        const bitmap = await folder.thumbnail(photo).catch(() => undefined);
        if (!isCurrent) return;
        if (bitmap) bitmaps.value = new Map(bitmaps.peek()).set(photo, bitmap);
      }
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [photos]);

  if (photos === undefined) return <p class="no-picture">{text.photo.folderReading}</p>;
  if (photos.length === 0) return <p class="no-picture">{text.photo.folderEmpty}</p>;
  return (
    <ul class="folder-photos" data-testid="folder-photos">
      {photos.map((one) => {
        const bitmap = bitmaps.value.get(one.photo);
        const at = model.clock(one.arrivedAt);
        return (
          <li key={one.photo}>
            <button
              type="button"
              class={one.isTaken ? "shot taken" : "shot"}
              data-testid="folder-photo"
              data-drawn={bitmap !== undefined}
              onClick={() => onChoose(one)}
            >
              <span class="ti-photo">
                {bitmap ? <Picture bytes={bitmap} label={text.photo.folderPhoto(at)} /> : null}
              </span>
              {one.isTaken ? text.photo.folderTaken(at) : at}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
