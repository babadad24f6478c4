import { TitianError } from "../../src/kernel/errors.ts";

/** RFC 8010. Collections are read over, not into: nothing that a card needs is inside one. */
export type IppValue = string | number | boolean;
export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>;

export interface IppAttribute {
  readonly name: string;
  readonly tag: number;
  readonly values: readonly IppValue[];
}

export interface IppRequest {
  readonly operation: number;
  readonly requestId: number;
  readonly operationAttributes: readonly IppAttribute[];
  readonly jobAttributes?: readonly IppAttribute[];
}

export interface IppResponse {
  readonly status: number;
  readonly requestId: number;
  readonly job: IppAttributes;
  /** Each printer that was answered about; a printer or a queue answers about itself alone. */
  readonly printers: readonly IppAttributes[];
}

/** The values of an attribute that are text; none for one that was not answered. */
export function textsOf(attributes: IppAttributes, name: string): readonly string[] {
  return (attributes.get(name) ?? []).filter((value) => typeof value === "string");
}

const GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octets: 0x30,
  beginCollection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  firstString: 0x41,
  memberName: 0x4a,
} as const;

/** Far more than any printer answers to the questions asked here. */
const MAX_VALUES = 20_000;
const MAX_DEPTH = 16;

const oneTag =
  (tag: number) =>
  (name: string, ...values: readonly IppValue[]): IppAttribute => ({ name, tag, values });

export const ipp = {
  integer: oneTag(TAG.integer),
  name: oneTag(0x42),
  keyword: oneTag(0x44),
  uri: oneTag(0x45),
  charset: oneTag(0x47),
  language: oneTag(0x48),
  mimeType: oneTag(0x49),
};

/** The message up to where the document begins. */
export function encodeRequest(request: IppRequest): Buffer {
  const head = Buffer.alloc(8);
  // IPP/2.0: what IPP Everywhere and CUPS since 1.5 speak.
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(request.operation, 2);
  head.writeInt32BE(request.requestId, 4);
  const parts = [head, Buffer.of(GROUP.operation), ...request.operationAttributes.flatMap(encodeAttribute)];
  if (request.jobAttributes?.length) {
    parts.push(Buffer.of(GROUP.job), ...request.jobAttributes.flatMap(encodeAttribute));
  }
  return Buffer.concat([...parts, Buffer.of(GROUP.end)]);
}

function encodeAttribute({ name, tag, values }: IppAttribute): Buffer[] {
  return values.map((value, index) => {
    const label = Buffer.from(index === 0 ? name : "");
    const data = encodeValue(value);
    const lengths = [Buffer.alloc(3), Buffer.alloc(2)] as const;
    lengths[0].writeUInt8(tag, 0);
    lengths[0].writeUInt16BE(label.length, 1);
    lengths[1].writeUInt16BE(data.length, 0);
    return Buffer.concat([lengths[0], label, lengths[1], data]);
  });
}

function encodeValue(value: IppValue): Buffer {
  if (typeof value === "string") return Buffer.from(value);
  if (typeof value === "boolean") return Buffer.of(value ? 1 : 0);
  const data = Buffer.alloc(4);
  data.writeInt32BE(value, 0);
  return data;
}

/** Throws `DEVICE_BAD_ANSWER` for anything that is not a whole IPP message. The caller bounds its size. */
export function decodeResponse(bytes: Buffer): IppResponse {
  const reader = new Reader(bytes);
  reader.take(2);
  const status = reader.uint16();
  const requestId = reader.take(4).readInt32BE(0);
  const job = new Map<string, IppValue[]>();
  const printers: Map<string, IppValue[]>[] = [];
  let group: Map<string, IppValue[]> | undefined;
  let current: IppValue[] | undefined;

  for (let values = 0; ; values++) {
    const tag = reader.uint8();
    if (tag === GROUP.end) return { status, requestId, job, printers };
    if (values > MAX_VALUES) throw malformed("too many values");
    if (tag < 0x10) {
      group = tag === GROUP.job ? job : tag === GROUP.printer ? new Map() : undefined;
      if (group && tag === GROUP.printer) printers.push(group);
      current = undefined;
      continue;
    }
    const name = reader.text();
    if (name !== "") {
      current = [];
      group?.set(name, current);
    }
    const data = reader.take(reader.uint16());
    if (tag === TAG.beginCollection) skipCollection(reader);
    else {
      const value = decodeValue(tag, data);
      if (value !== undefined) current?.push(value);
    }
  }
}

/** A collection is a run of members and values up to its own end mark; it may hold others. */
function skipCollection(reader: Reader): void {
  for (let depth = 1; depth > 0; ) {
    const tag = reader.uint8();
    if (tag < 0x10 || depth > MAX_DEPTH) throw malformed("collection");
    reader.text();
    reader.take(reader.uint16());
    if (tag === TAG.beginCollection) depth++;
    if (tag === TAG.endCollection) depth--;
  }
}

function decodeValue(tag: number, data: Buffer): IppValue | undefined {
  if (tag === TAG.integer || tag === TAG.enum) {
    if (data.length !== 4) throw malformed("integer");
    return data.readInt32BE(0);
  }
  if (tag === TAG.boolean) return data[0] === 1;
  if (tag === TAG.textWithLanguage || tag === TAG.nameWithLanguage) {
    const inner = new Reader(data);
    inner.text();
    return inner.text();
  }
  if (tag === TAG.octets) return data.toString("utf8");
  // Dates, resolutions, ranges and the out-of-band values ("no-value", "unknown") carry nothing for us.
  return tag >= TAG.firstString && tag < TAG.memberName ? data.toString("utf8") : undefined;
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw malformed("ends too early");
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }

  uint8(): number {
    return this.take(1).readUInt8(0);
  }

  uint16(): number {
    return this.take(2).readUInt16BE(0);
  }

  text(): string {
    return this.take(this.uint16()).toString("utf8");
  }
}

function malformed(what: string): TitianError {
  return new TitianError("DEVICE_BAD_ANSWER", { cause: new Error(`IPP message: ${what}`) });
}
