import type { Finder, FinderSurroundings, FoundDevice } from "../../src/devices/index.ts";
import { withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { guessMatter } from "./guess-matter.ts";
import { usbBehind } from "./identity.ts";
import { IppClient } from "./ipp-client.ts";
import { type IppAttributes, textsOf } from "./ipp-message.ts";
import { isSuccess } from "./refusal.ts";

/** CUPS on this machine: by its port, or by its file where the port is shut. */
const LOCAL = ["http://localhost:631", "http+unix://%2Frun%2Fcups%2Fcups.sock"];
const WITHIN_MS = 2_000;
/** As long as `uri` may be. */
const MAX_URI = 200;

/** The queues of the first of these servers that answers; none where there is no CUPS. */
export const findAt =
  (servers: readonly string[]): Finder =>
  async (around, signal) => {
    using budget = withBudget(around.clock, WITHIN_MS, signal, () => new TitianError("DEVICE_TIMEOUT"));
    for (const server of servers) {
      const queues = await queuesOf(server, around, budget.signal);
      signal.throwIfAborted();
      if (queues) return queues.flatMap((queue) => foundAs(queue, server, around));
    }
    return [];
  };

export default findAt(LOCAL);

async function queuesOf(
  server: string,
  { clock, log }: FinderSurroundings,
  signal: AbortSignal,
): Promise<readonly IppAttributes[] | undefined> {
  try {
    const answer = await new IppClient(`${server}/`, clock).queues(signal);
    // CUPS says "not found" where it has no queue yet.
    return isSuccess(answer.status) ? answer.printers : [];
  } catch (error) {
    log.debug("no print server", { server, error });
    return undefined;
  }
}

function foundAs(queue: IppAttributes, server: string, { usb }: FinderSurroundings): FoundDevice[] {
  const [name] = textsOf(queue, "printer-name");
  const prints = guessMatter(queue);
  const uri = `${server}/printers/${inPath(name ?? "")}`;
  if (!name || !prints || uri.length > MAX_URI) return [];
  return [
    {
      title: (textsOf(queue, "printer-info")[0] || name).slice(0, 100),
      options: { uri, prints },
      usb: usbBehind(textsOf(queue, "device-uri")[0], usb),
    },
  ];
}

/** A queue's name may hold anything but blanks, `/` and `#`; `uri` takes fewer characters as they are. */
function inPath(name: string): string {
  const asBytes = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(/[!'()*]/g, asBytes);
}
