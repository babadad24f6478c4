import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createCanvas } from "@napi-rs/canvas";

/** What both versions show in the place of a photo that is not there. */
export const NO_PHOTO = grey();

function grey(): Buffer {
  const canvas = createCanvas(100, 100);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ccc";
  context.fillRect(0, 0, 100, 100);
  return canvas.toBuffer("image/jpeg");
}

/** The folder of member photos below the site's document root. */
export class PhotoFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  has(name: string): boolean {
    return existsSync(this.#file(name));
  }

  write(name: string, bytes: Buffer): void {
    writeFileSync(this.#file(name), bytes);
  }

  read(name: string): Buffer | undefined {
    return this.has(name) ? readFileSync(this.#file(name)) : undefined;
  }

  #file(name: string): string {
    return path.join(this.folder, path.basename(name) || "-");
  }
}
