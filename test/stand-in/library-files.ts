import { readFileSync } from "node:fs";
import path from "node:path";
import { type Reply, reply } from "./exchange.ts";

/** The libraries that the product ships itself, under the names that its pages use, from our own dependencies. */
const FILES: Readonly<Record<string, string>> = {
  "/assets/jquery-2.1.4.min.js": "jquery-2/dist/jquery.min.js",
  "/assets/bootstrap-3.min.js": "bootstrap-3/dist/js/bootstrap.min.js",
  "/assets/bootstrap-3.min.css": "bootstrap-3/dist/css/bootstrap.min.css",
  "/assets/jquery.pjax.js": "jquery-pjax/jquery.pjax.js",
  "/themes/jquery-4.0.0.min.js": "jquery-4/dist/jquery.min.js",
  "/themes/bootstrap-5.min.js": "bootstrap-5/dist/js/bootstrap.bundle.min.js",
  "/themes/bootstrap-5.min.css": "bootstrap-5/dist/css/bootstrap.min.css",
  "/themes/dataTables.min.js": "datatables.net/js/dataTables.min.js",
};

export function libraryFile(address: string, prefix: string): Reply | undefined {
  const file = address.startsWith(prefix) ? FILES[address.slice(prefix.length)] : undefined;
  if (file === undefined) return undefined;
  return reply(200, readFileSync(path.resolve("node_modules", file)), {
    "content-type": file.endsWith(".css") ? "text/css" : "application/javascript",
    "cache-control": "max-age=3600",
  });
}
