import { SerialPort } from "serialport";

const CARRIAGE_RETURN = 0x0d;

/** Nothing but the library: says when its own callback had a whole code, on the machine's monotonic clock. */
const port = new SerialPort({ path: process.argv[2] ?? "", baudRate: 9_600 });
port.on("data", (piece: Buffer) => {
  if (piece.includes(CARRIAGE_RETURN)) process.send?.({ heardAtNs: String(process.hrtime.bigint()) });
});
port.on("open", () => process.send?.({ port: 0 }));
process.on("disconnect", () => process.exit());
