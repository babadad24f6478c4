import process from "node:process";

/** 128 + SIGPIPE: what a shell says of a program that wrote to one which had ended, `head` for example. */
const EXIT_CLOSED_PIPE = 141;

/**
 * A command whose reader has gone goes on with its work in silence, so that a restore is not left in the middle, and ends with 141
 * unless something else went wrong. The service itself has no reader that it would end for.
 */
export function toleratesClosedPipe({ isService }: { readonly isService: boolean }): void {
  let isClosed = false;
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // Windows says EOF.
      if (!isClosed && error.code !== "EPIPE" && error.code !== "EOF") throw error;
      isClosed = true;
    });
  if (isService) return;
  process.once("exit", () => {
    if (isClosed && !process.exitCode) process.exitCode = EXIT_CLOSED_PIPE;
  });
}
