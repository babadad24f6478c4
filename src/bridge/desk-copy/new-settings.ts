import { chmodSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { syncFolder, writeDurably } from "../../store/durable-file.ts";
import { giveToOwnerOf } from "../../store/ownership.ts";
import { makeFolderOf } from "../setup/setup-place.ts";
import type { Contents } from "./contents.ts";
import { passwordNameOf } from "./copied-settings.ts";
import type { Taken } from "./taken.ts";

/** As `titian init` writes it: the service's group may read it, others not. */
const FILE_MODE = 0o640;
const DRAFT = ".import";

/** Under another name until everything else is on the disk: a daemon that waits for it begins the moment it appears. */
export class NewSettings implements Disposable {
  readonly draft: string;
  readonly #file: string;

  constructor(file: string, text: string) {
    this.#file = file;
    this.draft = `${file}${DRAFT}`;
    makeFolderOf(file);
    writeDurably(this.draft, Buffer.from(text));
  }

  /** Nothing of it is left where it was not put in its place. */
  [Symbol.dispose](): void {
    rmSync(this.draft, { force: true });
  }

  putInPlace(): void {
    own(this.draft, FILE_MODE);
    renameSync(this.draft, this.#file);
    syncFolder(path.dirname(this.#file));
  }
}

/** Passwords that came along, beside titian.toml. One that is there already stays; one that is missing is said. */
export function takePasswords(
  file: string,
  passwords: Contents["passwords"],
  isAsked: boolean,
): readonly Taken[] {
  return passwords.map(({ section, password }) => {
    const target = path.join(path.dirname(file), passwordNameOf(section));
    const named = { part: "password", name: target } as const;
    if (existsSync(target)) return { ...named, outcome: "same" };
    if (password === null) return { ...named, outcome: "to-write" };
    if (!isAsked) return { ...named, outcome: "not-asked" };
    writeDurably(target, Buffer.from(`${password}\n`));
    // In a folder of root's, Titian reads it as one of the folder's group.
    own(target, statSync(path.dirname(target)).uid === 0 ? FILE_MODE : 0o600);
    return { ...named, outcome: "taken" };
  });
}

function own(file: string, mode: number): void {
  chmodSync(file, mode);
  giveToOwnerOf(path.dirname(file), [path.basename(file)]);
}
