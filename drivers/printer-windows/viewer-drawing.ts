import { access, constants, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { untilAborted } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { JOB, stageOf } from "../winspool/job-status.ts";
import type { Spooler, SpoolerJob } from "../winspool/spooler.ts";
import type { Drawing, Print, QueuedJob } from "./drawing.ts";
import { refused } from "./refusal.ts";
import { runViewer, type ViewerCommand, type ViewerEnd } from "./viewer-process.ts";

/** After its end: some viewers hand the document to a copy of themselves that is still running. */
const APPEARS_WITHIN_MS = 5_000;

interface Dependencies {
  readonly spooler: Spooler;
  readonly clock: Clock;
  /** Of the device's own. Documents lie in it for as long as they are printed. */
  readonly folder: string;
  readonly command: ViewerCommand;
  readonly pollMs: number;
}

/** PDF through a program that the library has installed. Its job is recognised by the document's name. */
export class ViewerDrawing implements Drawing {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Whatever a stopped daemon left behind goes. */
  async prepare(): Promise<void> {
    const { viewer } = this.#deps.command;
    if (viewer === "") throw missing("viewer-not-configured");
    await rm(this.#documents, { recursive: true, force: true });
    await access(viewer, constants.X_OK).catch((error: unknown) => {
      throw missing("viewer-missing", error);
    });
  }

  async draw(printer: string, print: Print, signal: AbortSignal): Promise<QueuedJob> {
    const file = path.join(this.#documents, `${print.documentName}.pdf`);
    await mkdir(this.#documents, { recursive: true, mode: 0o700 });
    await writeFile(file, print.pdf, { flag: "wx", mode: 0o600 });
    try {
      return await this.#view(printer, { file, name: print.documentName }, signal);
    } finally {
      await rm(file, { force: true });
    }
  }

  async #view(
    printer: string,
    { file, name }: { readonly file: string; readonly name: string },
    signal: AbortSignal,
  ): Promise<QueuedJob> {
    const { spooler, clock, command, pollMs } = this.#deps;
    const isOurs = ({ documentName }: SpoolerJob): boolean => documentName.includes(name);
    let end: ViewerEnd | undefined;
    let endedAtMs = 0;
    const ended = runViewer(command, { file, printer }, clock, signal).then((how) => {
      end = how;
      endedAtMs = clock.monotonicMs();
    });
    try {
      for (let job: SpoolerJob | undefined; ; ) {
        const seen = (await spooler.jobs(printer, signal)).find(isOurs);
        const isGone = job !== undefined && seen === undefined;
        job = seen ?? job;
        if (end?.kind === "not-started") throw refused("viewer-missing");
        const isWhole = job && (isGone || (job.status & JOB.spooling) === 0);
        if (job && end && isWhole) return { id: job.id, lastSeen: stageOf(job) };
        if (end && !job && clock.monotonicMs() - endedAtMs >= APPEARS_WITHIN_MS) throw withoutJob(end);
        await untilAborted(
          end ? clock.sleep(pollMs, signal) : Promise.race([ended, clock.sleep(pollMs, signal)]),
          signal,
        );
      }
    } finally {
      // The document goes only when nobody reads it any more.
      if (signal.aborted) await ended;
    }
  }

  get #documents(): string {
    return path.join(this.#deps.folder, "documents");
  }
}

/** The job may have come and gone between two looks, so none of these says that no ink was used. */
function withoutJob(end: ViewerEnd): TitianError {
  if (end.kind === "stopped") return new TitianError("PRINTER_STUCK", { details: { reason: "viewer" } });
  const code = end.kind === "ended" ? end.code : -1;
  if (code !== 0)
    return new TitianError("PRINTER_ABORTED", { details: { reason: "viewer", exitCode: code } });
  return new TitianError("PRINTER_JOB_VANISHED", { details: { reason: "viewer" } });
}

function missing(reason: string, cause?: unknown): TitianError {
  return new TitianError("DEVICE_DRIVER_MISSING", { details: { reason }, cause });
}
