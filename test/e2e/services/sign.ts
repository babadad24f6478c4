import type { Page } from "playwright-core";

/** A few loops and a stroke under them, drawn with the mouse. */
export async function sign(page: Page): Promise<void> {
  const box = await page.getByTestId("signature-pad").boundingBox();
  if (!box) throw new Error("no signature pad");
  const [x, y] = [box.x + box.width * 0.2, box.y + box.height * 0.5];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let at = 0; at <= 40; at++) {
    const turn = at / 3;
    await page.mouse.move(
      x + at * 5 + 22 * Math.sin(turn * 2),
      y - 38 * Math.cos(turn * 1.7) * (1 - at / 60),
    );
  }
  await page.mouse.up();
  await page.mouse.move(x, y + 40);
  await page.mouse.down();
  for (let at = 1; at <= 10; at++) await page.mouse.move(x + at * 24, y + 40 - at * 1.5);
  await page.mouse.up();
}
