import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import type { Kernel } from "./kernel.ts";

interface GuestPlan {
  readonly kernel: Kernel;
  readonly initramfs: string;
  /** Seen in the guest as /out; `start` in it is what the guest runs. */
  readonly out: string;
  readonly withinMs: number;
  /** This terminal is the guest's console. */
  readonly isKept: boolean;
  /** A line of the guest's console. */
  readonly onLine: (line: string) => void;
}

const share = (tag: string, folder: string, how: string): readonly string[] => [
  ...["-fsdev", `local,id=${tag},path=${folder},security_model=none${how}`],
  ...["-device", `virtio-9p-pci,fsdev=${tag},mount_tag=${tag}`],
];

/** Starts the guest and resolves when it is gone, by itself or by the clock. Its whole console goes to console.log. */
export async function runGuest({
  kernel,
  initramfs,
  out,
  withinMs,
  isKept,
  onLine,
}: GuestPlan): Promise<void> {
  const args = [
    ...["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-serial", "stdio"],
    ...["-machine", "q35", "-accel", "tcg,thread=single", "-cpu", "Nehalem", "-smp", "1", "-m", "2048"],
    ...["-kernel", kernel.image, "-initrd", initramfs],
    ...[
      "-append",
      "console=ttyS0 quiet panic=-1 mitigations=off tsc=reliable clocksource=tsc nowatchdog audit=0",
    ],
    ...share("hostroot", "/", ",readonly=on,multidevs=remap"),
    ...share("out", out, ""),
  ];
  const qemu = spawn("qemu-system-x86_64", args, { stdio: [isKept ? "inherit" : "ignore", "pipe", "pipe"] });
  const end = (): void => void qemu.kill("SIGKILL");
  const interrupted = (): void => {
    end();
    process.exitCode = 1;
  };
  const limit = setTimeout(end, withinMs);
  process.once("exit", end);
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, interrupted);
  const console = createWriteStream(path.join(out, "console.log"));
  createInterface({ input: qemu.stdout }).on("line", (line) => {
    console.write(`${line}\n`);
    onLine(line.trimEnd());
  });
  qemu.stderr.on("data", (piece: Buffer) => console.write(piece));
  try {
    await new Promise<void>((resolve, reject) => {
      qemu.once("error", reject);
      qemu.once("close", () => resolve());
    });
  } finally {
    clearTimeout(limit);
    process.off("exit", end);
    for (const name of ["SIGINT", "SIGTERM"] as const) process.off(name, interrupted);
    console.end();
  }
}
