import { createServer } from "node:net";
import type { Check } from "./check.ts";

/** One that has just started is slow; taken for another program, it sends somebody to look for one. */
const ANSWER_WITHIN_MS = 10_000;

/** Free, or held by a Titian that answers. */
export const port: Check = {
  name: "port",
  async run({ config, language }, signal) {
    const at = `127.0.0.1:${config.server.port}`;
    const code = await bindOnce(config.server.port);
    if (code === undefined) return [{ check: "port", outcome: "ok", what: `${at} ${WORDS.free[language]}` }];
    if (code === "EADDRINUSE" && (await isTitian(at, signal))) {
      return [{ check: "port", outcome: "ok", what: `${at} ${WORDS.ours[language]}` }];
    }
    if (code === "EADDRINUSE") {
      const what = `${at} ${WORDS.taken[language]}`;
      return [{ check: "port", outcome: "fail", what, mend: WORDS.choose[language] }];
    }
    return [{ check: "port", outcome: "fail", what: `${at}: ${code}`, mend: WORDS.choose[language] }];
  },
};

const WORDS = {
  free: { id: "bebas", en: "is free" },
  ours: { id: "dipakai Titian yang sedang berjalan", en: "is served by a running Titian" },
  taken: { id: "dipakai program lain", en: "is used by another program" },
  choose: {
    id: "Tutup program itu, atau pilih server.port lain di titian.toml.",
    en: "Close that program, or choose another server.port in titian.toml.",
  },
};

/** Resolves to the error code, or undefined when the port could be had. */
function bindOnce(number: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    probe.listen({ port: number, host: "127.0.0.1", exclusive: true }, () =>
      probe.close(() => resolve(undefined)),
    );
  });
}

/** Its metrics carry the name; `/health` says the same words as many programs do. */
async function isTitian(at: string, signal: AbortSignal): Promise<boolean> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    const response = await fetch(`http://${at}/metrics`, { signal: within, redirect: "error" });
    return response.ok && /^titian_/m.test(await response.text());
  } catch {
    // Whoever holds the port does not speak like Titian.
    return false;
  }
}
