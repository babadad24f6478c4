interface CameraControls {
  /** The video that shows the page's stream; the page may put it there long after it was shown itself. */
  readonly video: string;
  /** Takes the picture. Without a stream it would put a black one in the place of a photo, so the first click opens the camera. */
  readonly shutters: string;
  /** What else says that a person wants the page's camera, and whether the page then opens it by itself. */
  readonly openers?: { readonly selector: string; readonly opensItself: boolean };
  /** The page's own way to open its camera again, where it has one. */
  readonly again?: string;
}

/**
 * The page's own hold of the webcam. INLISLite opens it when a page is shown, often where nobody sees it, and two programs
 * cannot have one camera. It is let go when Titian asks, also if it arrives later. Decided: whoever then uses the page's
 * own controls wants that camera, so they get it back, and nothing of it is taken from them again until Titian asks again.
 */
export class PageCamera implements Disposable {
  readonly #document: Document;
  readonly #controls: CameraControls;
  #isReleased = false;

  constructor(document: Document, controls: CameraControls) {
    this.#document = document;
    this.#controls = controls;
    // Capture, because the page's own handlers sit on the elements; media events do not bubble, but are captured.
    document.addEventListener("click", this.#clicked, { capture: true });
    for (const type of ARRIVALS) document.addEventListener(type, this.#arrived, { capture: true });
  }

  release(): void {
    this.#isReleased = true;
    this.#letGo();
  }

  [Symbol.dispose](): void {
    this.#document.removeEventListener("click", this.#clicked, { capture: true });
    for (const type of ARRIVALS) this.#document.removeEventListener(type, this.#arrived, { capture: true });
  }

  get #video(): HTMLVideoElement | null {
    return this.#document.querySelector<HTMLVideoElement>(this.#controls.video);
  }

  readonly #arrived = (event: Event): void => {
    if (this.#isReleased && event.target === this.#video) this.#letGo();
  };

  #letGo(): void {
    const video = this.#video;
    if (!(video?.srcObject instanceof MediaStream)) return;
    for (const track of video.srcObject.getTracks()) track.stop();
    // A stopped video keeps its last picture. While the page's `play()` is still pending it must stay, or that promise
    // fails, in the page's own script.
    if (!video.paused && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) video.srcObject = null;
  }

  readonly #clicked = (event: MouseEvent): void => {
    const { target } = event;
    if (!this.#isReleased || !event.isTrusted || !(target instanceof Element)) return;
    const { shutters, openers } = this.#controls;
    if (target.closest(shutters)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#giveBack();
    } else if (openers && target.closest(openers.selector)) {
      if (openers.opensItself) this.#isReleased = false;
      // A tick that was just taken away wants no camera. The box has its new state already when the click is captured.
      else if (!(target instanceof HTMLInputElement) || target.checked) this.#giveBack();
    }
  };

  #giveBack(): void {
    this.#isReleased = false;
    const again = this.#controls.again && this.#document.querySelector<HTMLElement>(this.#controls.again);
    if (again) again.click();
    else void this.#open();
  }

  async #open(): Promise<void> {
    const video = this.#video;
    if (!video) return;
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true, audio: false });
      await video.play();
    } catch {
      // No camera to give back: the page shows what it shows without one.
    }
  }
}

/** Whichever comes first tells that a stream was put into the video; `loadedmetadata` also comes without `play()`. */
const ARRIVALS = ["loadstart", "loadedmetadata", "play"] as const;
