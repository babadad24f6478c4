import type { FastifyHelmetOptions } from "@fastify/helmet";
import { consoleHosts } from "./origin.ts";

/** Only the console's own files, no inline code, pictures from memory, and its own socket. */
export function securityHeaders(port: () => number): FastifyHelmetOptions {
  const sockets = [0, 1].map((name) => () => `ws://${consoleHosts(port())[name]}`);
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "blob:", "data:"],
        mediaSrc: ["'self'", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...sockets],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Loopback has no TLS to insist on.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "same-origin" },
  };
}

/** A page beside the console: its own script, its own look, one socket, and over HTTP these paths of the daemon's alone. */
export function smallPagePolicy(port: () => number, ...paths: readonly string[]) {
  const hosts = [0, 1] as const;
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: hosts.flatMap((name) => [
        () => `ws://${consoleHosts(port())[name]}`,
        ...paths.map((path) => () => `http://${consoleHosts(port())[name]}${path}`),
      ]),
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  };
}
