import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { TitianError } from "../../../kernel/errors.ts";
import type { ComplaintId, VaultId } from "../../../kernel/types.ts";
import type { Store } from "../../../store/store.ts";
import { eraseFile } from "../erase-file.ts";

const Words = Type.Object({
  text: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  contact: Type.Union([Type.String(), Type.Null()]),
});
const words = Compile(Words);

/** What was said, and by whom where the complainant wants to be known. Of an answer only the text. */
export interface ComplaintText {
  readonly text: string;
  readonly name: string | null;
  readonly contact: string | null;
}

/** What people say about others and about themselves: encrypted in the vault, and nowhere else. */
export class ComplaintTexts {
  readonly #store: Pick<Store, "events" | "vault" | "complaints">;

  constructor(store: Pick<Store, "events" | "vault" | "complaints">) {
    this.#store = store;
  }

  /** `tell` names the file in the log; where it throws, the file is not left behind. */
  keep(said: ComplaintText, tell: (file: VaultId) => void): void {
    const { vault } = this.#store;
    const file = vault.put(Buffer.from(JSON.stringify(said)));
    try {
      tell(file);
    } catch (error) {
      vault.erase(file);
      throw error;
    }
  }

  isErased(file: VaultId): boolean {
    return this.#store.complaints.isErased(file);
  }

  /** The other desk that keeps it; undefined for this desk's own, and once it is erased. */
  elsewhere(file: VaultId): string | undefined {
    return this.isErased(file) ? undefined : this.#store.complaints.elsewhere(file);
  }

  /** Undefined once erased, where another desk keeps it, and where the disk has lost it: the complaint is to be answered all the same. */
  read(file: VaultId): ComplaintText | undefined {
    if (this.isErased(file) || this.elsewhere(file)) return undefined;
    try {
      const said: unknown = JSON.parse(Buffer.from(this.#store.vault.get(file)).toString("utf8"));
      return words.Check(said) ? said : undefined;
    } catch (error) {
      const { code } = TitianError.from(error);
      if (code === "VAULT_MISSING" || code === "STORE_CORRUPT") return undefined;
      throw error;
    }
  }

  /** Every text of a complaint. Throws `FILE_ELSEWHERE` before any, where another desk keeps one. */
  eraseAll(complaint: ComplaintId, why: string): void {
    if (this.#store.complaints.isAnyElsewhere(complaint)) throw new TitianError("FILE_ELSEWHERE");
    for (const file of this.#store.complaints.filesOf(complaint)) this.erase(file, why);
  }

  erase(file: VaultId, why: string): void {
    eraseFile(this.#store, file, why);
  }
}
