/** Plain grounds that a photo may get. Red and blue are the colours of identity photos; which one is for whom is the clerk's to know. */
export const BACKGROUNDS = ["red", "blue", "plain"] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** What became of a wish for another background; `not-plain` and `too-alike` left the photo as it was. */
export const BACKGROUND_RESULTS = ["kept", "replaced", "not-plain", "too-alike"] as const;
export type BackgroundResult = (typeof BACKGROUND_RESULTS)[number];

/** Mild on purpose: a photo is put right, not made up. Brightness and contrast are factors, as CSS filters take them. */
export const LOOK_LIMITS = {
  rollDegrees: 15,
  brightness: { low: 0.7, high: 1.4 },
  contrast: { low: 0.8, high: 1.3 },
} as const;

/** How a photo differs from its original, apart from the window that is cut out of it. */
export interface PhotoLook {
  /** Clockwise, from 0 to 3. The window is one on the turned picture. */
  readonly quarterTurns: number;
  /** Clockwise about the middle of the window, at most 15 either way. */
  readonly rollDegrees: number;
  readonly brightness: number;
  readonly contrast: number;
  readonly background: Background | null;
}

export const AS_TAKEN: PhotoLook = {
  quarterTurns: 0,
  rollDegrees: 0,
  brightness: 1,
  contrast: 1,
  background: null,
};
