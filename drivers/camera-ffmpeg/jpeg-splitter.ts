/** Markers of ITU-T T.81, annex B. */
const [SOI, EOI, SOS, DHT] = [0xd8, 0xd9, 0xda, 0xc4] as const;
/** Start of frame in any coding; C4, C8 and CC share the range and are tables. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

export interface JpegFrame {
  /** Lent: valid until the callback returns. */
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Offset of the first scan. */
  readonly scanAt: number;
  /** Webcams leave the usual tables out. */
  readonly hasHuffmanTables: boolean;
}

type Step = "seek" | "segment" | "scan";

/**
 * Cuts a stream of JPEGs into whole ones. Segments are stepped over by their length, since a thumbnail in one has markers
 * of its own. What is no JPEG is dropped and never looked at twice, so that no stream costs more than its length.
 */
export class JpegSplitter {
  readonly #maxBytes: number;
  #held = Buffer.alloc(64 * 1024);
  #length = 0;
  /** Where the present picture begins, and what is to be looked at next. */
  #start = 0;
  #at = 0;
  #step: Step = "seek";
  #size = { widthPx: 0, heightPx: 0 };
  #scanAt = 0;
  #hasHuffmanTables = false;

  /** A picture that is longer than `maxBytes` is dropped. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  add(piece: Uint8Array, onFrame: (frame: JpegFrame) => void): void {
    this.#hold(piece);
    while (this.#advance(onFrame));
    if (this.#length - this.#start > this.#maxBytes) this.#drop(this.#length);
    if (this.#start > 0) this.#held.copyWithin(0, this.#start, this.#length);
    this.#length -= this.#start;
    this.#at -= this.#start;
    this.#start = 0;
  }

  #hold(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#held.length) {
      const larger = Buffer.alloc(Math.max(length, this.#held.length * 2));
      this.#held.copy(larger, 0, 0, this.#length);
      this.#held = larger;
    }
    this.#held.set(piece, this.#length);
    this.#length = length;
  }

  /** False when it takes more bytes to go on. */
  #advance(onFrame: (frame: JpegFrame) => void): boolean {
    if (this.#step === "segment") return this.#readSegment(onFrame);
    const at = this.#held.subarray(0, this.#length).indexOf(0xff, this.#at);
    this.#at = at === -1 ? this.#length : at;
    if (this.#step === "seek") this.#start = this.#at;
    const marker = this.#byte(this.#at + 1);
    if (marker === undefined) return false;
    if (this.#step === "seek") this.#seek(marker);
    else if (marker === 0 || isRestart(marker)) this.#at += 2;
    else if (marker === 0xff) this.#at += 1;
    else this.#step = "segment";
    return true;
  }

  #seek(marker: number): void {
    if (marker === SOI) this.#begin();
    else this.#drop(this.#at + 1);
  }

  #readSegment(onFrame: (frame: JpegFrame) => void): boolean {
    const [first, marker] = [this.#byte(this.#at), this.#byte(this.#at + 1)];
    if (first === undefined || marker === undefined) return false;
    if (first !== 0xff) this.#drop(this.#at);
    else if (marker === 0xff) this.#at += 1;
    else if (marker === SOI) this.#begin();
    else if (marker === EOI) this.#end(onFrame);
    else if (marker <= 1 || isRestart(marker)) this.#drop(this.#at + 2);
    else return this.#stepOver(marker);
    return true;
  }

  #stepOver(marker: number): boolean {
    if (this.#at + 4 > this.#length) return false;
    const length = this.#held.readUInt16BE(this.#at + 2);
    // A frame header is 8 bytes and three for each component; two are the length itself.
    if (length < (isFrameHeader(marker) ? 8 : 2)) {
      this.#drop(this.#at + 2);
      return true;
    }
    if (this.#at + 2 + length > this.#length) return false;
    if (isFrameHeader(marker)) {
      this.#size = {
        heightPx: this.#held.readUInt16BE(this.#at + 5),
        widthPx: this.#held.readUInt16BE(this.#at + 7),
      };
    }
    if (marker === DHT) this.#hasHuffmanTables = true;
    if (marker === SOS) {
      this.#scanAt ||= this.#at - this.#start;
      this.#step = "scan";
    }
    this.#at += 2 + length;
    return true;
  }

  /** A picture begins here. Whatever was before it has no end and is nothing. */
  #begin(): void {
    this.#start = this.#at;
    this.#at += 2;
    this.#step = "segment";
    this.#size = { widthPx: 0, heightPx: 0 };
    this.#scanAt = 0;
    this.#hasHuffmanTables = false;
  }

  #end(onFrame: (frame: JpegFrame) => void): void {
    const { widthPx, heightPx } = this.#size;
    const jpeg = this.#held.subarray(this.#start, this.#at + 2);
    const isWhole = this.#scanAt > 0 && widthPx > 0 && heightPx > 0 && jpeg.length <= this.#maxBytes;
    const [scanAt, hasHuffmanTables] = [this.#scanAt, this.#hasHuffmanTables];
    this.#drop(this.#at + 2);
    if (isWhole) onFrame({ jpeg, widthPx, heightPx, scanAt, hasHuffmanTables });
  }

  #drop(until: number): void {
    this.#start = until;
    this.#at = until;
    this.#step = "seek";
  }

  #byte(at: number): number | undefined {
    return at < this.#length ? this.#held[at] : undefined;
  }
}
