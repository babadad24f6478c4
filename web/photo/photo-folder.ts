import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../src/bridge/protocol/commands.ts";
import { decode } from "../console/ui/picture.tsx";
import { usePhotoDesk } from "./photo-desk.ts";

export type InboxPhoto = Result<"inbox.list">["photos"][number];

/** The desk's photo folder, as the photo parts see it. */
export interface PhotoFolder {
  readonly device: string;
  /** Undefined before the first answer. */
  readonly photos: Signal<readonly InboxPhoto[] | undefined>;
  thumbnail(photo: string): Promise<ImageBitmap>;
  take(photo: string): Promise<{ readonly frame: string; readonly bytes: Uint8Array }>;
}

/** Undefined at a desk without one, and while the folder is out of reach. */
export function usePhotoFolder(): PhotoFolder | undefined {
  const { connection, desk } = usePhotoDesk();
  const found = desk.devices.value.find(
    ({ capabilities, health }) => capabilities.includes("camera.inbox") && health.level !== "down",
  );
  const device = found?.device;
  const photos = useSignal<readonly InboxPhoto[] | undefined>(undefined);

  useEffect(() => {
    if (device === undefined) return;
    const list = (): void => {
      connection.call("inbox.list", { device }).then(
        (inbox) => {
          photos.value = inbox.photos;
        },
        // Its health tells why; what was there is shown until it is back.
        () => undefined,
      );
    };
    list();
    const news = connection.on("inbox.changed", (inbox) => inbox.device === device && list());
    return () => news[Symbol.dispose]();
  }, [device]);

  if (device === undefined) return undefined;
  return {
    device,
    photos,
    async thumbnail(photo) {
      const { jpeg } = await connection.call("inbox.thumbnail", { device, photo });
      return decode(await connection.frame(jpeg));
    },
    async take(photo) {
      const taken = await connection.call("inbox.take", { device, photo });
      return { frame: taken.photo, bytes: await connection.frame(taken.photo) };
    },
  };
}
