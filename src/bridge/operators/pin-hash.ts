import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** What one hash costs. */
export interface PinCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/**
 * RFC 9106, section 4, the second recommended option: argon2id, 3 passes over 64 MiB in 4 lanes, a salt of 16 bytes and a tag of
 * 32. A third of a second on a desk PC, some hundred times a day; whoever has stolen the store pays it for each guess.
 */
export const PIN_COST: PinCost = { memoryKib: 65_536, passes: 3, lanes: 4 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** A hash that asks for more was not written by Titian: it would keep everybody from signing in for as long as it takes. */
const MOST: PinCost = { memoryKib: 1 << 18, passes: 16, lanes: 16 };

const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** PHC string: `$argon2id$v=19$m=65536,t=3,p=4$<salt>$<tag>`, so that a later Titian may ask for more and still read this one. */
export async function hashPin(pin: string, cost = PIN_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(pin, salt, cost, TAG_BYTES);
  const { memoryKib, passes, lanes } = cost;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${bare(salt)}$${bare(tag)}`;
}

/** Compares in constant time. False for what is no hash of ours. */
export async function isPinOf(hash: string, pin: string): Promise<boolean> {
  const [, memory, passes, lanes, salt = "", tag = ""] = PHC.exec(hash) ?? [];
  const cost = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  if (tag === "" || !isAffordable(cost)) return false;
  const expected = Buffer.from(tag, "base64");
  const found = await tagOf(pin, Buffer.from(salt, "base64"), cost, expected.length);
  return timingSafeEqual(found, expected);
}

const isAffordable = ({ memoryKib, passes, lanes }: PinCost): boolean =>
  memoryKib <= MOST.memoryKib && passes <= MOST.passes && lanes <= MOST.lanes;

const tagOf = (pin: string, nonce: Buffer, { memoryKib, passes, lanes }: PinCost, tagLength: number) =>
  derive("argon2id", { message: pin, nonce, tagLength, memory: memoryKib, passes, parallelism: lanes });

/** Base64 without padding, as PHC strings have it. */
const bare = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");
