import { spawn } from "node:child_process";
import type { Clock } from "../../src/kernel/clock.ts";

export interface ViewerCommand {
  /** Full path of the program. */
  readonly viewer: string;
  /** With `{file}` and `{printer}` to be put in. */
  readonly viewerArguments: readonly string[];
  readonly viewerWithinMs: number;
}

export type ViewerEnd =
  | { readonly kind: "ended"; readonly code: number }
  | { readonly kind: "not-started" }
  | { readonly kind: "stopped" };

/** In one pass: a printer whose name is `{file}` stays a name. */
export function fillIn(
  template: string,
  values: { readonly file: string; readonly printer: string },
): string {
  return template.replace(/\{(file|printer)\}/g, (_, name: "file" | "printer") => values[name]);
}

/** Runs the viewer to its end, without a shell. Stopped after its budget, and when the signal aborts. Never rejects. */
export function runViewer(
  { viewer, viewerArguments, viewerWithinMs }: ViewerCommand,
  values: { readonly file: string; readonly printer: string },
  clock: Clock,
  signal: AbortSignal,
): Promise<ViewerEnd> {
  const over = new AbortController();
  return new Promise<ViewerEnd>((resolve) => {
    const args = viewerArguments.map((argument) => fillIn(argument, values));
    const child = spawn(viewer, args, { stdio: "ignore", windowsHide: true });
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
      child.kill("SIGKILL");
    };
    clock.sleep(viewerWithinMs, AbortSignal.any([signal, over.signal])).then(stop, () => {
      if (!over.signal.aborted) stop();
    });
    child.once("error", () => resolve({ kind: "not-started" }));
    child.once("exit", (code) =>
      resolve(isStopped ? { kind: "stopped" } : { kind: "ended", code: code ?? -1 }),
    );
  }).finally(() => over.abort());
}
