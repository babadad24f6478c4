import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { DeviceView } from "../../src/bridge/protocol/device-views.ts";
import { decode } from "../console/ui/picture.tsx";
import { type Action, useWork } from "../console/ui/work.ts";
import { BrowserCamera } from "./browser-camera.ts";
import type { Size } from "./crop.ts";
import { usePhotoDesk } from "./photo-desk.ts";
import type { Edited } from "./photo-edits.ts";
import { type FileTrouble, readPhotoFile, UnusableFile } from "./photo-file.ts";
import { type InboxPhoto, type PhotoFolder, usePhotoFolder } from "./photo-folder.ts";

export interface Shot {
  /** Counts from 1 within this session. */
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly bitmap: ImageBitmap;
  /** The daemon still holds a picture that it took or found itself. */
  readonly frame: string | undefined;
  /** `kept`: what the case's photo was made of, which the daemon has. */
  readonly source: "camera" | "browser" | "folder" | "file" | "kept";
}

export const sizeOfShot = ({ bitmap }: Shot): Size => ({ widthPx: bitmap.width, heightPx: bitmap.height });

/** The last three are kept to choose from. */
const MOST_SHOTS = 3;
export const BROWSER = "browser";

export interface PhotoSession {
  readonly cameras: readonly DeviceView[];
  /** Undefined where this desk has none. */
  readonly folder: PhotoFolder | undefined;
  /** A device id, or BROWSER. */
  readonly camera: Signal<string>;
  readonly browser: Signal<BrowserCamera | undefined>;
  readonly shots: Signal<readonly Shot[]>;
  readonly trouble: Signal<"browser" | FileTrouble | undefined>;
  readonly taking: Action;
  /** The chosen camera as the daemon sees it; undefined for the browser's. */
  readonly device: DeviceView | undefined;
  useBrowser(): void;
  take(done: (shot: Shot) => void): void;
  addFile(file: File, done: (shot: Shot) => void): void;
  addFromFolder(photo: InboxPhoto, done: (shot: Shot) => void): void;
  /** The picture of the case's photo, as long as the library's rule keeps it, and how the photo was made of it. */
  reopen(caseId: string, done: (shot: Shot, edited: Edited) => void): void;
}

/** Cameras and shots, for one person. */
export function usePhotoSession(): PhotoSession {
  const { connection, desk, text } = usePhotoDesk();
  const folder = usePhotoFolder();
  // A folder has nothing to look through: its photos are chosen one by one.
  const cameras = desk.devices.value.filter(
    ({ capabilities }) => capabilities.includes("camera") && !capabilities.includes("camera.inbox"),
  );
  const meant = cameras.find(({ purposes }) => purposes.includes("photo"));
  const usable = meant ?? cameras.find(({ health }) => health.level !== "down") ?? cameras[0];
  const camera = useSignal(usable?.device ?? BROWSER);
  const browser = useSignal<BrowserCamera | undefined>(undefined);
  const shots = useSignal<readonly Shot[]>([]);
  const trouble = useSignal<"browser" | FileTrouble | undefined>(undefined);
  const taking = useWork(text.link.lost);

  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
      browser.peek()?.close();
    },
    [],
  );

  const add = (shot: Omit<Shot, "number">): Shot => {
    const numbered = { ...shot, number: (shots.value.at(-1)?.number ?? 0) + 1 };
    shots.value = [...shots.value, numbered].slice(-MOST_SHOTS);
    return numbered;
  };

  return {
    cameras,
    folder,
    camera,
    browser,
    shots,
    trouble,
    taking,
    device: cameras.find(({ device }) => device === camera.value),

    useBrowser() {
      trouble.value = undefined;
      BrowserCamera.open().then(
        (opened) => {
          if (isGone.current) return opened.close();
          browser.value = opened;
          camera.value = BROWSER;
        },
        () => {
          trouble.value = "browser";
        },
      );
    },

    take(done) {
      taking.run(async () => {
        if (camera.value === BROWSER) {
          const bytes = await browser.value?.capture();
          if (bytes) done(add({ bytes, bitmap: await decode(bytes), frame: undefined, source: "browser" }));
          return;
        }
        const { photo } = await connection.call("camera.capture", { device: camera.value });
        const bytes = await connection.frame(photo);
        done(add({ bytes, bitmap: await decode(bytes), frame: photo, source: "camera" }));
      });
    },

    addFile(file, done) {
      trouble.value = undefined;
      readPhotoFile(file).then(
        ({ bytes, bitmap }) => done(add({ bytes, bitmap, frame: undefined, source: "file" })),
        (thrown: unknown) => {
          trouble.value = thrown instanceof UnusableFile ? thrown.trouble : "not-image";
        },
      );
    },

    addFromFolder({ photo }, done) {
      taking.run(async () => {
        const taken = await folder?.take(photo);
        if (!taken) return;
        const { bytes, frame } = taken;
        done(add({ bytes, bitmap: await decode(bytes), frame, source: "folder" }));
      });
    },

    reopen(caseId, done) {
      taking.run(async () => {
        const { photo, ...edited } = await connection.call("photo.original", { case: caseId });
        const bytes = await connection.frame(photo);
        done(add({ bytes, bitmap: await decode(bytes), frame: photo, source: "kept" }), edited);
      });
    },
  };
}
