import type { CameraPage } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";

/** A page on which the camera was allowed, for as long as it lends it. */
interface Lender {
  readonly page: CameraPage;
  readonly left: AbortController;
}

/** Every tab of a desk may lend; more of them would only be forgotten ones. */
const MOST_PAGES = 20;

/** Which pages lend their camera, in the order in which they are asked. */
export class Pages {
  readonly #onChange: () => void;
  #lenders: readonly Lender[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The newest first; those that were silent when asked come last. */
  get all(): readonly CameraPage[] {
    return this.#lenders.map(({ page }) => page);
  }

  attach(page: CameraPage): Disposable {
    const lender = { page, left: new AbortController() };
    for (const { left } of this.#lenders.slice(MOST_PAGES - 1)) left.abort(gone());
    this.#lenders = [lender, ...this.#lenders].slice(0, MOST_PAGES);
    this.#onChange();
    return { [Symbol.dispose]: () => this.#leave(lender) };
  }

  passOver(page: CameraPage): void {
    const silent = this.#lenders.filter((lender) => lender.page === page);
    this.#lenders = [...this.#lenders.filter((lender) => lender.page !== page), ...silent];
  }

  /** Aborts when the page withdraws its camera. */
  leaving(page: CameraPage): AbortSignal {
    const lender = this.#lenders.find((one) => one.page === page);
    return lender?.left.signal ?? AbortSignal.abort(gone());
  }

  #leave(lender: Lender): void {
    lender.left.abort(gone());
    if (!this.#lenders.includes(lender)) return;
    this.#lenders = this.#lenders.filter((one) => one !== lender);
    this.#onChange();
  }
}

const gone = (): TitianError => new TitianError("DEVICE_NOT_CONNECTED");
