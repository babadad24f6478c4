import { TabMemory } from "../tab-memory.ts";

/** A photo that INLISLite has not taken yet. It survives signing in again, in this tab and not for long. */
export interface KeptPhoto {
  readonly jpeg: Uint8Array;
  /** Whose: it is offered for nobody else. */
  readonly owner: string;
}

interface Stored {
  readonly owner: string;
  readonly at: number;
  readonly base64: string;
}

/** Long enough to sign in again; a photo of somebody who has left is nobody's business. */
const FOR_MS = 30 * 60 * 1000;

const isStored = (value: unknown): value is Stored =>
  typeof value === "object" &&
  value !== null &&
  "owner" in value &&
  "at" in value &&
  "base64" in value &&
  typeof value.owner === "string" &&
  typeof value.at === "number" &&
  typeof value.base64 === "string";

const memory = new TabMemory<Stored>("photo");

export function keepPhoto({ owner, jpeg }: KeptPhoto): void {
  const text = Array.from(jpeg, (byte) => String.fromCharCode(byte)).join("");
  memory.write({ owner, at: Date.now(), base64: btoa(text) });
}

export const forgetPhoto = (): void => memory.write(undefined);

/** Forgets it when it is too old. */
export function keptPhoto(owner: string): KeptPhoto | undefined {
  const stored = memory.read(isStored);
  if (!stored) return undefined;
  if (Date.now() - stored.at > FOR_MS) {
    forgetPhoto();
    return undefined;
  }
  if (stored.owner !== owner) return undefined;
  return { owner, jpeg: Uint8Array.from(atob(stored.base64), (letter) => letter.charCodeAt(0)) };
}
