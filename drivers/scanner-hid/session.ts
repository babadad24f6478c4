import { untilAborted } from "../../src/devices/index.ts";
import type { HidHandle, HidLibrary, HidListener } from "./hid-library.ts";
import { holdDevice } from "./hold-device.ts";
import { assertPermitted } from "./open-failure.ts";

/** A scanner that is open and ours. */
export interface Session {
  readonly handle: HidHandle;
  /** Never rejects. */
  close(): Promise<void>;
}

/** What was opened after the signal had aborted is closed again. */
export async function openSession(
  library: HidLibrary,
  path: string,
  listener: HidListener,
  signal: AbortSignal,
): Promise<Session> {
  await assertPermitted(path);
  const hold = await holdDevice(path);
  const opening = library.open(path, listener);
  try {
    const handle = await untilAborted(opening, signal);
    return {
      handle,
      close: async () => {
        await handle.close();
        await hold[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    void opening
      .then(
        (late) => late.close(),
        () => undefined,
      )
      .then(() => hold[Symbol.asyncDispose]());
    throw error;
  }
}
