import { Transform } from "node:stream";

/** Gets a body in pieces and gives it back changed. Text is latin1, one character a byte, so that nothing else changes. */
export interface Rewriter {
  push(text: string): string;
  end(): string;
}

export function rewritingStream(rewriter: Rewriter): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, bytesOf(rewriter.push(chunk.toString("latin1"))));
    },
    flush(done) {
      done(null, bytesOf(rewriter.end()));
    },
  });
}

/** An empty chunk would be passed on as one. */
const bytesOf = (text: string): Buffer | null => (text === "" ? null : Buffer.from(text, "latin1"));
