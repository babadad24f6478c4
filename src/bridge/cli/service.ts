import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { EXIT, type ExitCode } from "./exit-codes.ts";

export interface ServiceInvocation {
  readonly command: "service-install" | "service-uninstall" | "service-status" | "service-logs";
  /** Linux: another folder in place of `/`. */
  readonly root: string | undefined;
  /** Windows: `session` or `service`. */
  readonly mode: string | undefined;
  /** Windows: the account that the session is of. */
  readonly user: string | undefined;
  /** How much of the log. */
  readonly lines: string | undefined;
}

/** The installer runs on its own: it must also work when the rest of Titian does not. */
export function service({ command, ...options }: ServiceInvocation): Promise<ExitCode> {
  const verb = command.slice("service-".length);
  const script = fileURLToPath(new URL(`../../../service-install/${verb}.ts`, import.meta.url));
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, ...words], {
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0 ? EXIT.stopped : EXIT.fault));
  });
}
