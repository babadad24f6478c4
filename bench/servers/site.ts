import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server as INLISLite's is to a browser: a page full of its own addresses, a download, an upload. */
const file = Buffer.alloc(20_000_000, 7);

function page(host: string): string {
  const base = `http://${host}`;
  const rows = Array.from(
    { length: 120 },
    (_, row) => `<tr><td><a href="${base}/anggota/edit/${row}">${"baris ".repeat(40)}${row}</a></td></tr>`,
  );
  return `<!doctype html><html><head><link href="${base}/a.css" rel="stylesheet"></head><body><table>${rows.join("\n")}</table></body></html>`;
}

const answers: Readonly<Record<string, (response: ServerResponse, host: string) => void>> = {
  "/page": (response, host) =>
    response.writeHead(200, { "content-type": "text/html; charset=UTF-8" }).end(page(host)),
  "/file": (response) =>
    response.writeHead(200, { "content-type": "application/pdf", "content-length": file.length }).end(file),
  "/upload": (response) => response.end("ok"),
};

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => answers[request.url ?? ""]?.(response, request.headers.host ?? ""));
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit());
