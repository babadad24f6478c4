import type { AddressInfo } from "node:net";
import createApp from "fastify";
import { WebSocketServer } from "ws";

/** The floor of memory: an HTTP server and a socket that do nothing. */
const app = createApp();
app.get("/", async () => ({}));
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
app.server.on("upgrade", (request, stream, head) =>
  sockets.handleUpgrade(request, stream, head, (socket) => socket.on("message", (data) => socket.send(data))),
);
await app.listen({ host: "127.0.0.1", port: 0 });
process.send?.({ port: (app.server.address() as AddressInfo).port });
process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss });
});
process.on("disconnect", () => process.exit());
