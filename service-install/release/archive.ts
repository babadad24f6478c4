import path from "node:path";
import { runTool } from "./run-tool.ts";

export interface ArchiveWishes {
  /** Of the release; its name is the one folder in the archive. */
  readonly app: string;
  readonly file: string;
  /** Since 1970, of every file in it. */
  readonly seconds: number;
}

/** Of the same files the same bytes. Desks of every kind take their updates from it. */
export function makeArchive({ app, file, seconds }: ArchiveWishes): void {
  const even = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", `--mtime=@${seconds}`];
  runTool("tar", [...even, "-czf", file, path.basename(app)], { cwd: path.dirname(app) });
}
