import type { CDPSession, Page } from "playwright-core";

/** Between two keys of a scanner, s. */
const KEY_EVERY_S = 0.004;
const LETTER = /[A-Z]/;

/**
 * A keyboard scanner reads `text` with this page in front, Enter included. Each key carries the time at which a scanner presses it: a
 * scan is known by its pace, and under the load of a whole test run a key's way to the browser takes longer than that.
 */
export async function scanByKeys(page: Page, text: string, end = "Enter"): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  try {
    const startS = Date.now() / 1_000;
    const keys = [...text, end];
    await Promise.all(keys.map((key, at) => press(keyboard, key, startS + at * KEY_EVERY_S)));
  } finally {
    await keyboard.detach();
  }
}

/** Sent without waiting for the key before: the browser keeps their order. */
async function press(keyboard: CDPSession, key: string, timestamp: number): Promise<void> {
  const same = {
    ...{ key, timestamp, windowsVirtualKeyCode: codeOf(key) },
    ...(LETTER.test(key) && key.length === 1 && { modifiers: 8 }),
  };
  const text = key === "Enter" ? "\r" : key;
  await Promise.all([
    keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", ...same, ...(key !== "Tab" && { text }) }),
    keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...same }),
  ]);
}

function codeOf(key: string): number {
  if (key === "Enter") return 13;
  if (key === "Tab") return 9;
  return key.toUpperCase().charCodeAt(0);
}
