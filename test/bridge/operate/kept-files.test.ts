import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { BACKED_UP, DATABASE_SIDES, NOT_BACKED_UP } from "../../../src/store/store-files.ts";
import { Clerk } from "../../harness/clerk.ts";
import { startBridge } from "../../harness/start-bridge.ts";

it("knows of everything that a working desk keeps in its folder whether a backup holds it", async () => {
  await using desk = await startBridge({
    config: (demo) => ({ ...demo, backup: { ...demo.backup, enabled: true } }),
  });
  const clerk = new Clerk(desk);
  let view = await clerk.open((await clerk.someMember(0)).memberNo);
  while (view.work !== "photo") view = await clerk.done(view);
  await clerk.photograph(view);
  await desk.bridge.store.backup(desk.config.backup.folder, "0.0.0", new AbortController().signal);

  const known: readonly string[] = [...BACKED_UP, ...DATABASE_SIDES, ...NOT_BACKED_UP];
  const strange = readdirSync(desk.folder).filter(
    (name) => !known.some((one) => name === one || name.startsWith(`${one}-`)),
  );
  expect(strange).toEqual([]);
});
