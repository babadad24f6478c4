import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Type } from "typebox";
import { asOwnerOf } from "../../../service-install/versions/rights.ts";
import { parse } from "../../kernel/schema.ts";
import { POLICY_BROWSERS } from "./entries.ts";
import type { Written } from "./place.ts";

const FILE = "browser-policy.json";

const List = Type.Object({
  written: Type.Array(
    Type.Object({
      browser: Type.Enum(POLICY_BROWSERS),
      policy: Type.Array(Type.String()),
      value: Type.String(),
      place: Type.String(),
      name: Type.String(),
    }),
  ),
});

/** What Titian has written into browsers' policies on this PC: a file in the store's folder. */
export class WrittenList {
  readonly #file: string;

  constructor(storeFolder: string) {
    this.#file = path.join(storeFolder, FILE);
  }

  all(): readonly Written[] {
    let text: string;
    try {
      text = asOwnerOf(path.dirname(this.#file), () => readFileSync(this.#file, "utf8"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
    return parse(List, JSON.parse(text), this.#file).written;
  }

  add(written: Written): void {
    this.#write([...this.all(), written]);
  }

  drop(written: Written): void {
    this.#write(
      this.all().filter(
        (one) =>
          one.place !== written.place ||
          one.value !== written.value ||
          one.name !== written.name ||
          one.policy.join() !== written.policy.join(),
      ),
    );
  }

  /** Policies are root's, and this folder is the service's. */
  #write(written: readonly Written[]): void {
    asOwnerOf(path.dirname(this.#file), () => this.#put(written));
  }

  #put(written: readonly Written[]): void {
    if (written.length === 0) {
      rmSync(this.#file, { force: true });
      return;
    }
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, `${JSON.stringify({ written }, undefined, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
