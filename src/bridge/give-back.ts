/**
 * Frees bytes that nobody reads again, at once: V8 lets tens of megabytes of them gather before it looks, and more on a
 * busy machine. Whoever still holds them has an empty array. Bytes that share their memory with others stay, but for the
 * `headBytes` before them. Never for bytes whose write has not been answered: the system would read freed memory.
 */
export function giveBack({ buffer, byteLength }: Uint8Array, headBytes = 0): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === headBytes + byteLength) buffer.transfer(0);
}
