import { isVersion } from "./version.ts";

/** Titian and its Node are about 250 MB in 1,500 files; what claims to be more is not Titian. */
const LIMITS = { files: 10_000, bytes: 1_000_000_000, pathLength: 240 };

/** What a release is, as its maker has signed it. */
export interface ReleaseManifest {
  readonly product: "titian";
  readonly version: string;
  /** The oldest version that may be replaced by it. */
  readonly replaces: string;
  /** Number of migrations that its store has been through. */
  readonly storeSchema: number;
  /** ISO 8601. */
  readonly releasedAt: string;
  /** `linux-x64` and so on, as Node calls them. */
  readonly platforms: Readonly<Record<string, PlatformRelease>>;
}

export interface PlatformRelease {
  /** A gzipped tar beside the manifest, with one folder in it. */
  readonly file: string;
  readonly size: number;
  /** Hexadecimal, as all of them. */
  readonly sha256: string;
  /** Everything in it, and nothing else is taken out of it. */
  readonly files: readonly ListedFile[];
}

export interface ListedFile {
  /** From that folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly executable?: true;
}

/** Undefined for anything else than a manifest that this version understands and would dare to unpack. */
export function asManifest(value: unknown): ReleaseManifest | undefined {
  const manifest = value as ReleaseManifest;
  const isSound =
    isFields(value) &&
    value["product"] === "titian" &&
    isVersionText(value["version"]) &&
    isVersionText(value["replaces"]) &&
    isCount(value["storeSchema"], 1_000_000) &&
    typeof value["releasedAt"] === "string" &&
    isFields(value["platforms"]) &&
    Object.values(value["platforms"]).every(isPlatform);
  return isSound ? manifest : undefined;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isVersionText = (value: unknown): boolean => typeof value === "string" && isVersion(value);
const isCount = (value: unknown, atMost: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= atMost;
const isHash = (value: unknown): boolean => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

function isPlatform(value: unknown): boolean {
  if (!isFields(value) || !isHash(value["sha256"]) || !isCount(value["size"], LIMITS.bytes)) return false;
  const { file, files } = value;
  if (typeof file !== "string" || !/^[\w.+-]{1,100}$/.test(file) || !Array.isArray(files)) return false;
  if (files.length > LIMITS.files || !files.every(isListed)) return false;
  // Windows takes two spellings for one file.
  const names = new Set(files.map(({ path }) => path.toLowerCase()));
  return names.size === files.length && sum(files) <= LIMITS.bytes;
}

function isListed(value: unknown): value is ListedFile {
  if (!isFields(value) || !isHash(value["sha256"]) || !isCount(value["size"], LIMITS.bytes)) return false;
  return typeof value["path"] === "string" && isInnerPath(value["path"]);
}

/** Stays inside, and means the same on Windows: no `..`, no drive, no stream, no name that ends in a dot or a blank. */
const isInnerPath = (text: string): boolean =>
  text.length <= LIMITS.pathLength &&
  text.split("/").every((name) => /^[\w@+(),=~ .-]+$/.test(name) && !/[. ]$/.test(name) && !isDevice(name));

const isDevice = (name: string): boolean => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);

export const sum = (files: readonly ListedFile[]): number =>
  files.reduce((total, { size }) => total + size, 0);
