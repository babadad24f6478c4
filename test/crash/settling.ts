import { Clerk } from "../harness/clerk.ts";
import { type CrashDesk, PRINTERS } from "./crash-desk.ts";
import type { Notebook } from "./notebook.ts";

const ON_ITS_WAY = ["accepted", "rendered", "verified", "spooling", "spooled"];
/** The network printer is asked every two seconds what became of a card that an earlier daemon sent. */
const WITHIN_MS = 120_000;

/** The last life: unanswered wishes are repeated, every job comes to where only a person could add something. */
export async function untilSettled(desk: CrashDesk, notebook: Notebook): Promise<void> {
  const daemon = desk.folder.run();
  await daemon.ready(WITHIN_MS);
  const clerk = new Clerk(daemon);
  for (const printer of PRINTERS) await daemon.client.call("queue.resume", { printer });
  for (const wish of notebook.wishes.filter(({ answer }) => !answer))
    await notebook.ask(wish, daemon.client).catch(({ code }: { code: string }) => notebook.refused(code));
  for (const caseId of notebook.cases.keys()) {
    await clerk
      .until(caseId, ({ jobs }) => jobs.every(({ state }) => !ON_ITS_WAY.includes(state)), WITHIN_MS)
      .catch((error: unknown) => notebook.breach(`case ${caseId} does not come to rest: ${error}`));
  }
  for (const line of daemon.errors) notebook.breach(`the last daemon logged ${line}`);
  await daemon.terminate();
}
