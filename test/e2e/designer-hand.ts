import type { Locator } from "playwright-core";
import type { Result } from "../../src/bridge/protocol/commands.ts";
import type { ConsoleDesk } from "./console-desk.ts";

type Layer = Result<"design.get">["template"]["front"]["layers"][number];
type LayerOf<K extends Layer["kind"]> = Extract<Layer, { readonly kind: K }>;

/** A card's width, by which a test knows how large the canvas shows a millimetre. */
const CARD_MM = 85.6;

/** A person's hand in the designer: the mouse in millimetres, the keys, and what has been saved. */
export class DesignerHand {
  readonly #desk: ConsoleDesk;
  readonly #design: string;

  constructor(desk: ConsoleDesk, design: string) {
    this.#desk = desk;
    this.#design = design;
  }

  async layers(): Promise<readonly Layer[]> {
    const { template } = await this.#desk.clerk.client.call("design.get", { name: this.#design });
    return template.front.layers;
  }

  /** The first layer of that kind as it is saved. */
  async saved<K extends Layer["kind"]>(kind: K): Promise<LayerOf<K>> {
    const found = (await this.layers()).find((layer): layer is LayerOf<K> => layer.kind === kind);
    if (!found) throw new Error(`no ${kind} in ${this.#design}`);
    return found;
  }

  field(id: string): Locator {
    return this.#desk.byId(`field-${id}`);
  }

  frame(kind: string): Locator {
    return this.#desk.page.locator(`[data-testid^="box-${kind}-"]`).first();
  }

  async drag(held: Locator, dxMm: number, dyMm: number): Promise<void> {
    const card = await this.#desk.page.locator(".canvas-sheet-card").boundingBox();
    const box = await held.boundingBox();
    if (!card || !box) throw new Error("what is to be dragged is not on the page");
    const scale = card.width / CARD_MM;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const { mouse } = this.#desk.page;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + dxMm * scale, y + dyMm * scale, { steps: 8 });
    await mouse.up();
  }

  /** The print check and the picture are about what is on the page now. */
  async settled(): Promise<void> {
    const now = this.#desk.page.locator('[data-stale="false"]');
    await this.#desk.page.locator('.canvas-sheet[data-stale="false"] canvas[width]').waitFor();
    await this.#desk.byId("print-check").and(now).waitFor();
  }

  async save(): Promise<void> {
    await this.#desk.press("save-design");
    await this.#desk.byId("save-state").getByText("Tersimpan").waitFor();
  }
}
