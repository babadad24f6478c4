import { designsByName, withoutAssets } from "../../src/cards/design.ts";
import { CanvasCardRenderer } from "../../src/cards/rendering/card-renderer.ts";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { inventedMember } from "../cards/invented-member.ts";

/** Draws and reads back as many cards as the first argument says, and tells when: the parent reads its peak. */
const renderer = new CanvasCardRenderer(designsByName(TEMPLATES.map(withoutAssets)));
const { signal } = new AbortController();
const draw = async (nth: number): Promise<void> => {
  const content = await inventedMember(nth);
  const card = await renderer.render("lengkung", content, signal);
  await renderer.verify(card, content.memberNo, signal);
};

for (let nth = 0; nth < 5; nth++) await draw(nth);
process.send?.({ port: 0 });
process.once("message", async () => {
  for (let nth = 0; nth < Number(process.argv[2]); nth++) await draw(nth);
  process.send?.({ drawn: true });
});
process.on("disconnect", () => process.exit());
