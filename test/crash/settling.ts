import { CallError } from "../../src/bridge/client/client.ts";
import { SystemClock } from "../../src/bridge/system-clock.ts";
import type { DaemonProcess } from "../harness/daemon-process.ts";
import { type CrashDesk, PRINTERS } from "./crash-desk.ts";
import type { Notebook } from "./notebook.ts";

const ON_ITS_WAY = ["accepted", "rendered", "verified", "spooling", "spooled"];
/** All cases together. The network printer is asked every two seconds what became of a card that an earlier daemon sent. */
const WITHIN_MS = 180_000;
const LOOK_AGAIN_MS = 500;

const clock = new SystemClock();
const pause = (): Promise<void> => clock.sleep(LOOK_AGAIN_MS, new AbortController().signal);

/** The last life: unanswered wishes are repeated, every job comes to where only a person could add something. */
export async function untilSettled(desk: CrashDesk, notebook: Notebook): Promise<void> {
  const daemon = desk.folder.run();
  await daemon.ready(WITHIN_MS);
  const { client } = daemon;
  for (const printer of PRINTERS) await patiently(() => client.call("queue.resume", { printer }));
  for (const wish of notebook.wishes.filter(({ answer }) => !answer))
    await patiently(() => notebook.ask(wish, client)).catch(({ code }: { code: string }) =>
      notebook.refused(code),
    );
  const untilMs = clock.monotonicMs() + WITHIN_MS;
  for (const caseId of notebook.cases.keys())
    if (!(await comesToRest(daemon, caseId, untilMs)))
      notebook.breach(`case ${caseId} does not come to rest`);
  for (const line of daemon.errors) notebook.breach(`the last daemon logged ${line}`);
  await daemon.terminate();
}

async function comesToRest({ client }: DaemonProcess, caseId: string, untilMs: number): Promise<boolean> {
  for (;;) {
    const { jobs } = await patiently(() => client.call("case.get", { case: caseId }));
    if (jobs.every(({ state }) => !ON_ITS_WAY.includes(state))) return true;
    if (clock.monotonicMs() > untilMs) return false;
    await pause();
  }
}

/** A session may not ask without end; it waits and asks again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== "TOO_MANY_REQUESTS") throw error;
      await pause();
    }
  }
}
