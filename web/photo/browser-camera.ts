/** 1280 × 720 or better, as a card photo needs (facts/cards.md section 8). */
const WANTED: MediaStreamConstraints = {
  video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: "user" },
  audio: false,
};
const JPEG_QUALITY = 0.92;

/** The camera the browser itself offers, on pages that the daemon serves. */
export class BrowserCamera {
  readonly video: HTMLVideoElement;
  readonly #stream: MediaStream;

  private constructor(video: HTMLVideoElement, stream: MediaStream) {
    this.video = video;
    this.#stream = stream;
  }

  /** Rejects when there is none, or when the person says no. */
  static async open(): Promise<BrowserCamera> {
    const stream = await navigator.mediaDevices.getUserMedia(WANTED);
    const video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await video.play();
    return new BrowserCamera(video, stream);
  }

  /** As the browser names the camera. */
  get label(): string {
    return this.#stream.getVideoTracks()[0]?.label ?? "";
  }

  /** A JPEG at the camera's own size, never mirrored: only the preview is. */
  async capture(): Promise<Uint8Array> {
    const canvas = document.createElement("canvas");
    canvas.width = this.video.videoWidth;
    canvas.height = this.video.videoHeight;
    canvas.getContext("2d")?.drawImage(this.video, 0, 0);
    return jpegOf(canvas);
  }

  close(): void {
    for (const track of this.#stream.getTracks()) track.stop();
  }
}

/** Asks nobody. A browser that cannot tell has not permitted it, nor has a page that is not secure. */
export async function isCameraPermitted(): Promise<boolean> {
  if (!("mediaDevices" in navigator)) return false;
  return navigator.permissions.query({ name: "camera" }).then(
    ({ state }) => state === "granted",
    () => false,
  );
}

export async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", JPEG_QUALITY),
  );
  return new Uint8Array(blob ? await blob.arrayBuffer() : new ArrayBuffer(0));
}
