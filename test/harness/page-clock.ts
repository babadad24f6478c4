import type { Page } from "playwright-core";

/**
 * Gives a page another day than today, before it is opened. Playwright's clock calls an event as late as it is looked at; a page that
 * tells scanners from people by their pace needs to know when the key went down, so that is put back.
 */
export async function givePageTime(page: Page, now: Date): Promise<void> {
  await page.addInitScript(keepStamps);
  await page.clock.setSystemTime(now);
  await page.addInitScript(putStampsBack);
}

const keepStamps = `{
  const stampOf = Object.getOwnPropertyDescriptor(Event.prototype, "timeStamp").get;
  const realNow = performance.now.bind(performance);
  globalThis[Symbol.for("titian.ageOf")] = (event) => realNow() - stampOf.call(event);
}`;

const putStampsBack = `{
  const ageOf = globalThis[Symbol.for("titian.ageOf")];
  const stamps = new WeakMap();
  Object.defineProperty(Event.prototype, "timeStamp", {
    get() {
      if (!stamps.has(this)) stamps.set(this, performance.now() - ageOf(this));
      return stamps.get(this);
    },
  });
}`;
