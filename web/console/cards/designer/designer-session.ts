import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Params, Result } from "../../../../src/bridge/protocol/commands.ts";
import type { DesignFinding, DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { type Connection, faultOf } from "../../connection.ts";
import { type Draft, templateOf } from "./draft/draft.ts";
import { draftIn, type Editor, editorOf, redo, undo } from "./draft/editor.ts";
import { lockGrounds } from "./draft/grounds.ts";
import type { SideName, Template } from "./draft/template-types.ts";
import { NewPictures } from "./new-pictures.ts";

export type Sample = NonNullable<Params<"design.preview">["sample"]>;
/** On whom a design is shown: somebody invented, or one of INLISLite's members. */
export type ShownOn = { readonly sample: Sample } | { readonly member: MemberRef };
type MemberRef = NonNullable<Params<"design.preview">["member"]>;
type DraftParams = NonNullable<Params<"design.preview">["draft"]>;
export type Drawn = Omit<Result<"design.preview">, "card"> & { readonly bytes: Uint8Array };

/** A finding, with the layer that it was about when it was found. */
export interface Found extends Omit<DesignFinding, "layer"> {
  readonly layerId: number | undefined;
}

/** One design being edited: what is on the page, what of it is saved, and everything that is asked of the daemon. */
export class DesignerSession {
  readonly editor: Signal<Editor>;
  readonly design: Signal<DesignView>;
  /** Somebody else has saved it meanwhile; nothing of either is lost until a person chooses. */
  readonly isConflicting: Signal<boolean> = signal(false);
  readonly isDirty: ReadonlySignal<boolean>;
  readonly pictures: NewPictures;
  readonly #connection: Connection;
  readonly #saved: Signal<Draft>;
  #gestures = 0;

  constructor(connection: Connection, { design, template }: Result<"design.get">) {
    this.#connection = connection;
    this.pictures = new NewPictures(connection);
    this.design = signal(design);
    this.editor = signal(lockGrounds(editorOf(template)));
    this.#saved = signal(draftIn(this.editor.value));
    this.isDirty = computed(() => draftIn(this.editor.value) !== this.#saved.value);
  }

  get draft(): Draft {
    return draftIn(this.editor.value);
  }

  do(change: (editor: Editor) => Editor): void {
    this.editor.value = change(this.editor.value);
  }

  undo(): void {
    this.do(undo);
  }

  redo(): void {
    this.do(redo);
  }

  /** A name for everything between pressing and letting go. */
  newGesture(): string {
    this.#gestures += 1;
    return `gesture-${this.#gestures}`;
  }

  /** Keeps what is on the page. A conflict is no fault: it is said, and a person decides. */
  async save(expects: number | null = this.design.value.version): Promise<void> {
    const { draft } = this;
    try {
      this.design.value = await this.#send(templateOf(draft), expects);
      this.#saved.value = draft;
      this.isConflicting.value = false;
    } catch (thrown) {
      if (faultOf(thrown)?.code !== "DESIGN_CHANGED") throw thrown;
      this.isConflicting.value = true;
    }
  }

  /** Saves over what the other page has saved. */
  async saveMine(): Promise<void> {
    const { design } = await this.#connection.call("design.get", { name: this.design.value.name });
    await this.save(design.version);
  }

  /** Keeps what is on the page as another design, and says which. */
  async saveAs(name: string, title: string): Promise<DesignView> {
    const saved = await this.#send({ ...templateOf(this.draft), name, title }, null);
    this.#saved.value = this.draft;
    return saved;
  }

  async approve(): Promise<void> {
    const { name, version } = this.design.value;
    this.design.value = await this.#connection.call("design.approve", { name, version });
  }

  /** As the card would be now, saved or not. */
  async preview(
    draft: Draft,
    { on, side }: { readonly on: ShownOn; readonly side: SideName },
    signal: AbortSignal,
  ): Promise<Drawn> {
    const { card, ...place } = await this.#withDraft(templateOf(draft), (params) =>
      this.#connection.call("design.preview", { draft: params, ...on, side }, { signal }),
    );
    return { ...place, bytes: await this.#connection.frame(card) };
  }

  async check(draft: Draft, signal: AbortSignal): Promise<readonly Found[]> {
    const { findings } = await this.#withDraft(templateOf(draft), (params) =>
      this.#connection.call("design.check", { draft: params }, { signal }),
    );
    return findings.map(({ layer, ...finding }) => ({
      ...finding,
      layerId: layer === null ? undefined : draft[finding.side]?.[layer]?.id,
    }));
  }

  #send(template: Template, expects: number | null): Promise<DesignView> {
    return this.#withDraft(template, (draft) => this.#connection.call("design.save", { draft, expects }));
  }

  #withDraft<T>(template: Template, ask: (draft: DraftParams) => Promise<T>): Promise<T> {
    const { name, version } = this.design.value;
    return this.pictures.with(template, (pictures) =>
      ask({ template, pictures: [...pictures], basedOn: { name, version } }),
    );
  }
}
