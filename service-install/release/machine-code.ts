import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import type { Platform } from "./platforms.ts";

/** Of these packages each desk runs machine code; the names are beginnings, because some have a package for each machine. */
const BRING_MACHINE_CODE = [
  "@napi-rs/canvas",
  "@serialport/bindings-cpp",
  "node-hid",
  "@koromix/koffi",
  "@node-usb/usb",
] as const;

const HEADER_BYTES = 4096;
const ELF_MACHINES: Readonly<Record<number, string>> = { 62: "x64", 183: "arm64" };
const PE_MACHINES: Readonly<Record<number, string>> = { 34404: "x64", 43620: "arm64" };

/**
 * The machine that a file's code is for, as platforms are named, from the header of its ELF or PE format: `linux-x64`. Another
 * processor is `linux-other`, a Mach-O `darwin`; undefined for what is no machine code.
 */
export function machineOf(header: Buffer): string | undefined {
  if (header.length < 64) return undefined;
  if (header.readUInt32BE(0) === 0x7f454c46)
    return `linux-${ELF_MACHINES[header.readUInt16LE(18)] ?? "other"}`;
  if ([0xcffaedfe, 0xcafebabe].includes(header.readUInt32BE(0))) return "darwin";
  if (header.readUInt16BE(0) !== 0x4d5a) return undefined;
  const at = header.readUInt32LE(60);
  // Without it the file is a program for DOS, or a text that begins with MZ.
  if (at + 6 > header.length || header.readUInt32BE(at) !== 0x50450000) return undefined;
  return `win32-${PE_MACHINES[header.readUInt16LE(at + 4)] ?? "other"}`;
}

/** What would not run on that desk, or is missing there, in words; empty for a folder that may go out. */
export function machineCodeProblems(app: string, { name }: Pick<Platform, "name">): readonly string[] {
  const found = filesIn(app).flatMap((file) => {
    const machine = machineOf(headerOf(path.join(app, file)));
    return machine ? [{ file, machine }] : [];
  });
  const strange = found.filter(({ machine }) => machine !== name);
  const missing = BRING_MACHINE_CODE.filter(
    (wanted) => !found.some(({ file }) => file.startsWith(`node_modules/${wanted}`)),
  );
  const hasNode = found.some(({ file }) => /^node(\.exe)?$/.test(file));
  return [
    ...strange.map(({ file, machine }) => `${file} is for ${machine}`),
    ...missing.map((wanted) => `${wanted} brings nothing for ${name}`),
    ...(hasNode ? [] : ["there is no Node"]),
  ];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
}

/** Of a file, as much as `machineOf` looks at. */
export function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const opened = openSync(file, "r");
  try {
    return header.subarray(0, readSync(opened, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(opened);
  }
}
