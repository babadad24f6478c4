import { useEffect } from "preact/hooks";
import { isCameraPermitted } from "../../photo/browser-camera.ts";
import { BROWSER, type PhotoSession } from "../../photo/photo-session.ts";

/** A desk without a camera of its own, or without the ffmpeg for it, has the browser's where that is permitted already. */
export function useBrowserByDefault({ camera, device, useBrowser }: PhotoSession): void {
  useEffect(() => {
    const isMissing = device?.health.reasons.includes("driver-missing") ?? false;
    if (camera.peek() !== BROWSER && !isMissing) return;
    const first = camera.peek();
    let isHere = true;
    isCameraPermitted().then(
      (isPermitted) => {
        if (isPermitted && isHere && camera.peek() === first) useBrowser();
      },
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
}
