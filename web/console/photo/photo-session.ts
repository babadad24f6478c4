import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CaseView, DeviceView } from "../../../src/bridge/protocol/shapes.ts";
import type { Crop } from "../../photo/crop.ts";
import { faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";
import { type Action, useAction } from "../ui/action.ts";
import { decode } from "../ui/picture.tsx";
import { BrowserCamera } from "./browser-camera.ts";
import { readPhotoFile } from "./photo-file.ts";
import { type InboxPhoto, type PhotoFolder, usePhotoFolder } from "./photo-folder.ts";

export interface Shot {
  /** Counts from 1 within this session. */
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly bitmap: ImageBitmap;
  /** The daemon still holds a picture that it took or found itself. */
  readonly frame: string | undefined;
  readonly source: "camera" | "browser" | "folder" | "file";
}

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
  readonly trouble: Signal<"browser" | "file" | undefined>;
  readonly taking: Action;
  readonly keeping: Action;
  /** The chosen camera as the daemon sees it; undefined for the browser's. */
  readonly device: DeviceView | undefined;
  useBrowser(): void;
  take(done: (shot: Shot) => void): void;
  addFile(file: File, done: (shot: Shot) => void): void;
  addFromFolder(photo: InboxPhoto, done: (shot: Shot) => void): void;
  keep(shot: Shot, crop: Crop, done: () => void): void;
}

/** Cameras, shots and the photo that is kept, for one case. */
export function usePhotoSession(view: CaseView): PhotoSession {
  const { connection, desk } = useModel();
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
  const trouble = useSignal<"browser" | "file" | undefined>(undefined);
  const taking = useAction();
  const keeping = useAction();

  useEffect(() => () => browser.peek()?.close(), []);

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
    keeping,
    device: cameras.find(({ device }) => device === camera.value),

    useBrowser() {
      trouble.value = undefined;
      BrowserCamera.open().then(
        (opened) => {
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
        () => {
          trouble.value = "file";
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

    keep({ bytes, frame, source }, crop, done) {
      keeping.run(async () => {
        const keep = (photo: string): Promise<CaseView> =>
          connection.call("photo.keep", { case: view.case, photo, source, crop });
        const kept = await keep(frame ?? connection.upload(bytes)).catch((thrown: unknown) => {
          // The daemon holds its own pictures for ten minutes; after that the page's copy is sent.
          if (frame === undefined || faultOf(thrown)?.code !== "FRAME_UNKNOWN") throw thrown;
          return keep(connection.upload(bytes));
        });
        desk.putCase(kept);
        done();
      });
    },
  };
}
