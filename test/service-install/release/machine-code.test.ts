import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { headerOf, machineCodeProblems, machineOf } from "../../../service-install/release/machine-code.ts";

let app: string;
beforeEach(() => {
  app = mkdtempSync(path.join(tmpdir(), "titian-machine-code-"));
});
afterEach(() => rmSync(app, { recursive: true }));

function elf(machine: number): Buffer {
  const header = Buffer.alloc(64);
  header.writeUInt32BE(0x7f454c46, 0);
  header.writeUInt16LE(machine, 18);
  return header;
}

function pe(machine: number): Buffer {
  const header = Buffer.alloc(256);
  header.write("MZ");
  header.writeUInt32LE(128, 60);
  header.write("PE\0\0", 128);
  header.writeUInt16LE(machine, 132);
  return header;
}

const put = (file: string, content: Buffer | string): void => {
  mkdirSync(path.dirname(path.join(app, file)), { recursive: true });
  writeFileSync(path.join(app, file), content);
};

/** The machine code of a whole release for 64-bit ARM. */
function putAll(): void {
  put("node", elf(0xb7));
  for (const name of [
    "@napi-rs/canvas-linux-arm64-gnu/skia.node",
    "@serialport/bindings-cpp/prebuilds/linux-arm64/@serialport+bindings-cpp.armv8.glibc.node",
    "node-hid/prebuilds/HID-linux-arm64/node-napi-v4.node",
    "@koromix/koffi-linux-arm64/koffi.node",
    "@node-usb/usb-linux-arm64-gnu/usb.node",
  ])
    put(`node_modules/${name}`, elf(0xb7));
}

describe("the machine code of a release", () => {
  it("is told from the header of a file", () => {
    expect(machineOf(elf(0x3e))).toBe("linux-x64");
    expect(machineOf(elf(0xb7))).toBe("linux-arm64");
    expect(machineOf(elf(0x28))).toBe("linux-other");
    expect(machineOf(pe(0x8664))).toBe("win32-x64");
    expect(machineOf(pe(0x14c))).toBe("win32-other");
    expect(machineOf(headerOf(process.execPath))).toBe(`${process.platform}-${process.arch}`);
  });

  it("is not seen in texts, also in one that begins like a program", () => {
    expect(machineOf(Buffer.from("export {};\n"))).toBeUndefined();
    expect(machineOf(Buffer.from(`MZ${" and more".repeat(20)}`))).toBeUndefined();
  });

  it("is whole, and for one machine only", () => {
    putAll();
    put("lib/titian.mjs", "export {};\n".repeat(20));
    expect(machineCodeProblems(app, { name: "linux-arm64" })).toEqual([]);
  });

  it("does not go out with a part for another machine, or without one", () => {
    putAll();
    put("node_modules/node-hid/prebuilds/HID-linux-arm64/node-napi-v4.node", elf(0x3e));
    rmSync(path.join(app, "node_modules/@node-usb"), { recursive: true });
    rmSync(path.join(app, "node"));
    expect(machineCodeProblems(app, { name: "linux-arm64" })).toEqual([
      "node_modules/node-hid/prebuilds/HID-linux-arm64/node-napi-v4.node is for linux-x64",
      "@node-usb/usb brings nothing for linux-arm64",
      "there is no Node",
    ]);
  });
});
