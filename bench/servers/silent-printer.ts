import { createServer } from "node:net";

/** A network printer that takes everything and answers no question, so that every way sends it the same bytes. */
const server = createServer((socket) => socket.on("error", () => socket.destroy()).resume());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit());
