import { readFileSync } from "node:fs";
import path from "node:path";
import { TEMPLATES } from "../../../src/cards/templates/installed.ts";
import { differenceTo, goldenOf, readSheet } from "../../cards/golden.ts";
import { inside, type WineRoot } from "../build-wine.ts";
import type { Check } from "../check.ts";
import { EXPECTED } from "./expected.ts";

const PLAY_WITHIN_MS = 400_000;

/** The real winspool calls in node.exe, against Wine's spooler and a private CUPS; and every card, drawn there. */
export async function playSpooler({ root, modules }: WineRoot, project: string): Promise<readonly Check[]> {
  const sources = ["src", "drivers", "test"].map((name) => ({
    from: path.join(project, name),
    at: `/titian/${name}`,
  }));
  const mounts = [...sources, { from: modules, at: "/titian/node_modules" }];
  const session = "mkdir -p /results; exec sh /titian/test/wine/spooler/session.sh";
  inside(root, mounts, ["/bin/sh", "-c", session], PLAY_WITHIN_MS, { isOffline: true });

  const read = (name: string): Buffer => readFileSync(path.join(root, "results", name));
  const seen: Record<string, unknown> = {
    ...JSON.parse(read("results.json").toString()),
    printedBytesAreTheSame: read("printed.bin").equals(read("sent.bin")),
    stoppedQueueHoldsTheJob: read("waiting.txt").toString().startsWith("Meja_2-"),
  };
  const calls = Object.entries(EXPECTED).map(([name, expected]) => ({
    ...{ name, expected: JSON.stringify(expected), seen: JSON.stringify(seen[name]) },
  }));
  const cards = TEMPLATES.map(async ({ name }) => {
    const { changed, allowed } = await differenceTo(
      goldenOf(name),
      await readSheet(read(`card-${name}.png`)),
    );
    const isSame = changed <= allowed;
    const most = `at most ${Math.floor(allowed)} pixels differ`;
    return { name: `card ${name}`, expected: most, seen: isSame ? most : `${changed} pixels differ` };
  });
  return [...calls, ...(await Promise.all(cards))];
}
