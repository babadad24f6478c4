import { effect } from "@preact/signals";
import { render } from "preact";
import { Icon, type IconName } from "../../console/ui/icons.tsx";
import type { CompanionModel, Panel } from "../companion-model.ts";
import type { InlislitePage } from "../pages/page.ts";
import { safely } from "../safely.ts";
import { makeHomeFor } from "./shadow-home.ts";

/** Buttons among INLISLite's own: "Foto lewat Titian" and "Cetak & antre". Each in a shadow tree, so neither styles the other. */
export class PageButtons {
  readonly #model: CompanionModel;
  readonly #sheets: CSSStyleSheet[];
  #mounted: Element[] = [];

  constructor(model: CompanionModel, sheets: CSSStyleSheet[]) {
    this.#model = model;
    this.#sheets = sheets;
    // Where the desk cannot be reached they would only disappoint, and a language may be changed.
    effect(() => {
      const isOpen = model.connection.link.value === "open";
      void model.language.value;
      const page = model.page.value;
      safely(() => this.#show(isOpen ? page : undefined));
    });
  }

  #show(page: InlislitePage | undefined): void {
    for (const element of this.#mounted.splice(0)) element.remove();
    const { text } = this.#model;
    if (page?.photo?.buttonPlace) this.#mount(page.photo.buttonPlace, "photo", "camera", text.bar.photoHere);
    const isAboutSomebody = page?.kind === "list" || page?.member !== undefined;
    if (page?.actionPlace && isAboutSomebody)
      this.#mount(page.actionPlace, "cards", "printer", text.cards.go);
  }

  #mount(place: Element, panel: Panel, icon: IconName, label: string): void {
    const { home, shadow } = makeHomeFor("titian-button", this.#sheets);
    place.append(home);
    this.#mounted.push(home);
    render(
      <button
        type="button"
        class="ti-btn page-button"
        data-testid={`page-${panel}`}
        onClick={() => this.#model.open(panel)}
      >
        <Icon name={icon} size="small" />
        {label}
      </button>,
      shadow,
    );
  }
}
