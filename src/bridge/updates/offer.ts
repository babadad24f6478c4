import { platformName } from "../../../service-install/versions/files-check.ts";
import type { PlatformRelease, ReleaseManifest } from "../../../service-install/versions/manifest.ts";
import { isRuledOut, type Pointer } from "../../../service-install/versions/pointer.ts";
import { openManifest, type PublicKey } from "../../../service-install/versions/signature.ts";
import { compare, isNewer } from "../../../service-install/versions/version.ts";
import type { ErrorCode } from "../../kernel/errors.ts";
import type { UpdateSource } from "./source.ts";

/** A version that this desk could be on. */
export interface Offer {
  readonly manifest: ReleaseManifest;
  readonly release: PlatformRelease;
  /** The signed manifest as it came; it goes with the version's files. */
  readonly text: string;
  readonly source: UpdateSource;
}

export interface Desk {
  /** The version that runs. */
  readonly running: string;
  /** Migrations that the running version knows. */
  readonly storeSchema: number;
  readonly pointer: Pointer;
  readonly keys: readonly PublicKey[];
}

/** The newest that may be taken; else why the most promising one may not, undefined where nothing lies there at all. */
export function bestOffer(
  texts: readonly string[],
  source: UpdateSource,
  desk: Desk,
): { readonly offer?: Offer; readonly refused?: ErrorCode } {
  const opened = texts.map((text) => ({ text, ...openManifest(text, desk.keys) }));
  const signed = opened
    .flatMap((one) => ("manifest" in one ? [one] : []))
    .toSorted((a, b) => compare(b.manifest.version, a.manifest.version));
  let refused: ErrorCode | undefined;
  for (const { text, manifest } of signed) {
    const why = whyNot(manifest, desk);
    const release = manifest.platforms[platformName()];
    if (!why && release) return { offer: { manifest, release, text, source } };
    refused ??= why ?? "UPDATE_UNUSABLE";
  }
  const unsigned = opened.find((one) => "refused" in one);
  // A stranger's file beside older ones of ours is what a technician has to hear of.
  if (unsigned && (refused === undefined || refused === "UPDATE_NOT_NEWER"))
    refused = unsigned.refused === "untrusted" ? "UPDATE_UNTRUSTED" : "UPDATE_UNUSABLE";
  return refused ? { refused } : {};
}

function whyNot(manifest: ReleaseManifest, { running, storeSchema, pointer }: Desk): ErrorCode | undefined {
  const { version, replaces } = manifest;
  if (!isNewer(version, running)) return "UPDATE_NOT_NEWER";
  if (isRuledOut(pointer, version)) return "UPDATE_RULED_OUT";
  if (isNewer(replaces, running)) return "UPDATE_TOO_FAR";
  // It could not open what this desk has written.
  if (manifest.storeSchema < storeSchema) return "UPDATE_UNUSABLE";
  return undefined;
}
