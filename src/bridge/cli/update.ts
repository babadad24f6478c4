import { randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { platformName } from "../../../service-install/versions/files-check.ts";
import type { Places } from "../../../service-install/versions/places.ts";
import { becomeOwnerOf } from "../../../service-install/versions/rights.ts";
import { keysIn, openManifest } from "../../../service-install/versions/signature.ts";
import { compare } from "../../../service-install/versions/version.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Language } from "../messages/messages.ts";
import { errorText } from "../messages/text.ts";
import { UPDATE_NOT_ANSWERED, UPDATE_UNSAID, updateText } from "../messages/updates.ts";
import { placesToldBy } from "../updates/launched.ts";
import { giveOrder, INBOX, type ORDERS, readTold, type Told } from "../updates/orders.ts";
import { sourceOf } from "../updates/source.ts";
import type { UpdateInvocation } from "./argv-update.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";

const LOOK_EVERY_MS = 500;
const ANSWERED_WITHIN_MS = 60_000;
/** A slow disk, three starts that come to nothing, and the way back. */
const OVER_WITHIN_MS = 20 * 60_000;

interface Around {
  readonly print: (line: string) => void;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/** Asks the running service, and tells how it goes. Throws `UPDATE_…`. */
export async function update(invocation: UpdateInvocation, around: Around): Promise<ExitCode> {
  const { command, from, json } = invocation;
  const { print, language } = around;
  const places = placesToldBy(process.env);
  if (!places) throw new TitianError("UPDATE_NOT_INSTALLED");
  const say = (told: Told | undefined): void => print(textOf(told, json, language));
  if (from === undefined) becomeOwnerOf(places.versions);
  if (command === "update-status") {
    say(readTold(places.versions));
    return EXIT.stopped;
  }
  if (from !== undefined) await copyIn(from, places, around.signal);
  const told = await ordered(places.versions, command.slice("update-".length) as Order, around);
  if (!told) {
    print(UPDATE_NOT_ANSWERED[language]);
    return EXIT.problemsFound;
  }
  if (told.answered?.code) {
    print(errorText(told.answered.code, language));
    return EXIT.problemsFound;
  }
  const last = command === "update-check" ? told : await untilOver(places.versions, told, around);
  say(last);
  return last.view.problem ? EXIT.problemsFound : EXIT.stopped;
}

type Order = (typeof ORDERS)[number];

function textOf(told: Told | undefined, json: boolean, language: Language): string {
  if (json) return JSON.stringify(told?.view ?? null, undefined, 2);
  return told ? updateText(told.view, language) : UPDATE_UNSAID[language];
}

async function ordered(versions: string, what: Order, { clock, signal }: Around): Promise<Told | undefined> {
  const id = randomUUID();
  giveOrder(versions, { id, what });
  for (let waitedMs = 0; waitedMs < ANSWERED_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    await clock.sleep(LOOK_EVERY_MS, signal);
    const told = readTold(versions);
    if (told?.answered?.id === id) return told;
  }
  return undefined;
}

/** Until another version runs or has been given up, or the desk is in use: then it happens later, by itself. */
async function untilOver(
  versions: string,
  first: Told,
  { clock, signal, print, language }: Around,
): Promise<Told> {
  let told = first;
  for (let waitedMs = 0; waitedMs < OVER_WITHIN_MS && !isOver(told, first); waitedMs += LOOK_EVERY_MS) {
    await clock.sleep(LOOK_EVERY_MS, signal);
    const next = readTold(versions) ?? told;
    if (next.view.phase !== told.view.phase) print(updateText(next.view, language));
    told = next;
  }
  return told;
}

function isOver({ view }: Told, { view: first }: Told): boolean {
  if (view.version !== first.version || view.problem !== null) return true;
  if (view.leftBehind?.version === first.offered?.version && view.leftBehind) return true;
  return view.phase === "waiting" && view.busyWith !== null;
}

/**
 * From a stick that only whoever runs this may read to the service's own folder. What is read is opened as they are, and written
 * as the service's account.
 */
async function copyIn(from: string, places: Places, signal: AbortSignal): Promise<void> {
  const source = sourceOf(from);
  const keys = keysIn(places.keys);
  const signed = (await source.manifests(signal)).flatMap((text) => {
    const opened = openManifest(text, keys);
    return "manifest" in opened ? [{ text, manifest: opened.manifest }] : [];
  });
  const newest = signed.toSorted((a, b) => compare(a.manifest.version, b.manifest.version)).at(-1);
  if (!newest) throw new TitianError("UPDATE_UNTRUSTED");
  const release = newest.manifest.platforms[platformName()];
  if (!release) throw new TitianError("UPDATE_UNUSABLE");
  const archive = await source.open(release.file, signal);

  becomeOwnerOf(places.versions);
  const inbox = path.join(places.versions, INBOX);
  try {
    mkdirSync(inbox, { recursive: true, mode: 0o750 });
    await pipeline(archive, createWriteStream(path.join(inbox, release.file)), { signal });
    await writeFile(path.join(inbox, `titian-${newest.manifest.version}.update.json`), newest.text);
  } catch (cause) {
    await rm(inbox, { recursive: true, force: true });
    signal.throwIfAborted();
    const isFull = (cause as NodeJS.ErrnoException).code === "ENOSPC";
    throw new TitianError(isFull ? "UPDATE_NO_ROOM" : "UPDATE_SOURCE_AWAY", { cause });
  }
}
