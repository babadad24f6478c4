import { type Connection, faultOf } from "../../connection.ts";
import type { Layer, Template } from "./draft/template-types.ts";

/** What the daemon takes, bytes. */
export const LARGEST_PICTURE_BYTES = 8_000_000;

interface Sent {
  readonly name: string;
  readonly frame: string;
}

/** Pictures that this page has brought, by the names that image layers use. The daemon forgets a frame; the page does not. */
export class NewPictures {
  readonly #connection: Connection;
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #frames = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** A name that no picture of the template has. Names are never used twice, so that undo finds the old picture. */
  add(bytes: Uint8Array, taken: ReadonlySet<string>): string {
    for (let number = 1; ; number += 1) {
      const name = `picture-${number}`;
      if (taken.has(name) || this.#bytes.has(name)) continue;
      this.#bytes.set(name, bytes);
      return name;
    }
  }

  /** Asks with the frames of those that the template shows; once more where the daemon has let one go. */
  async with<T>(template: Template, ask: (pictures: readonly Sent[]) => Promise<T>): Promise<T> {
    try {
      return await ask(this.#sent(template));
    } catch (thrown) {
      if (faultOf(thrown)?.code !== "FRAME_UNKNOWN" || this.#frames.size === 0) throw thrown;
      this.#frames.clear();
      return ask(this.#sent(template));
    }
  }

  #sent(template: Template): readonly Sent[] {
    return [...assetsOf(template)].flatMap((name) => {
      const bytes = this.#bytes.get(name);
      if (!bytes) return [];
      const frame = this.#frames.get(name) ?? this.#connection.upload(bytes);
      this.#frames.set(name, frame);
      return [{ name, frame }];
    });
  }
}

export function assetsOf({ front, back }: Template): ReadonlySet<string> {
  const layers: readonly Layer[] = [...front.layers, ...(back?.layers ?? [])];
  return new Set(layers.flatMap((layer) => (layer.kind === "image" ? [layer.asset] : [])));
}

/** By their first bytes: a name says nothing, and an SVG may carry scripts. */
export function isPicture(bytes: Uint8Array): boolean {
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  return (isPng || isJpeg) && bytes.length <= LARGEST_PICTURE_BYTES;
}
