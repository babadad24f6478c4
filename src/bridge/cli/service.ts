import path from "node:path";
import { hostAt } from "../../../service-install/host.ts";
import { install } from "../../../service-install/install.ts";
import { status, statusText } from "../../../service-install/status.ts";
import { uninstall } from "../../../service-install/uninstall.ts";
import type { Invocation } from "./argv.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";

type ServiceInvocation = Extract<Invocation, { readonly root: string | undefined }>;

/** This Titian with the Node it runs on. */
const WISHES = { node: process.execPath, app: path.resolve(import.meta.dirname, "../../..") };

export function runService(
  { command, root }: ServiceInvocation,
  print: (line: string) => void,
  platform: NodeJS.Platform = process.platform,
): ExitCode {
  if (platform !== "linux") {
    print("The service is for Linux with systemd. On Windows the installer sets it up.");
    return EXIT.configuration;
  }
  const host = hostAt(root, print);
  try {
    if (command === "service-install") install(host, WISHES);
    else if (command === "service-uninstall") uninstall(host);
    else print(statusText(status(host, WISHES)));
    return EXIT.stopped;
  } catch (error) {
    // service-install/ speaks in words for the person at the terminal; it knows no error codes of the daemon.
    print(error instanceof Error ? error.message : String(error));
    return EXIT.fault;
  }
}
