import { giveBack } from "../give-back.ts";

/**
 * One binary message as its pieces came: Chromium cuts what a page sends into frames of 131,000 bytes. Each piece is
 * freed as soon as it was copied, and a message in one piece is not copied.
 */
export function joinFragments(fragments: readonly Buffer[]): Buffer {
  const [only = Buffer.alloc(0)] = fragments;
  if (fragments.length <= 1) return only;
  const whole = Buffer.allocUnsafeSlow(fragments.reduce((bytes, { length }) => bytes + length, 0));
  let at = 0;
  for (const fragment of fragments) {
    at += fragment.copy(whole, at);
    giveBack(fragment);
  }
  return whole;
}
