import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { PageStream } from "../../../drivers/camera-browser/page-stream.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

describe("the frames of a page", () => {
  function opened() {
    const over = Promise.withResolvers<void>();
    let show: (jpeg: Uint8Array) => void = () => undefined;
    const page = {
      label: "HD Webcam",
      capture: () => Promise.reject(new Error("not asked for here")),
      watch: (onFrame: (jpeg: Uint8Array) => void) => {
        show = onFrame;
        return over.promise;
      },
    };
    const { signal } = new AbortController();
    const stream = new PageStream(page, 4_500, new ManualClock(), signal);
    return { stream, signal, over, show: (jpeg: Uint8Array) => show(jpeg) };
  }

  it("are let go while the preview goes on: an hour of them would fill the memory", async () => {
    const { stream, signal, show } = opened();
    const shown = async (): Promise<WeakRef<Uint8Array>> => {
      const next = stream.next(signal);
      show(new Uint8Array(100_000));
      return new WeakRef(await next);
    };
    const frames = [await shown(), await shown(), await shown(), await shown()];
    await expect
      .poll(() => {
        collectGarbage();
        return frames.filter((frame) => frame.deref() !== undefined).length;
      })
      .toBeLessThanOrEqual(1);
  });

  it("end for whoever waits, and for whoever asks later, when the page is gone", async () => {
    const { stream, signal, over } = opened();
    const waiting = expect(stream.next(signal)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
    over.reject(new Error("the tab was closed"));
    await waiting;
    await expect(stream.next(signal)).rejects.toMatchObject({ code: "DEVICE_NOT_CONNECTED" });
  });
});
