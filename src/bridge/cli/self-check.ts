import type { StepKey } from "../../sla/case-event.ts";
import type { TitianClient } from "../client/client.ts";
import { stationOf } from "../flows/stations.ts";
import type { CaseView, MemberView, PrintJobView } from "../protocol/shapes.ts";

/** What a whole case needs from outside the socket: the eyes and the pen of a clerk. */
export interface Clerk {
  readonly client: TitianClient;
  readonly devices: { readonly camera: string; readonly printer: string; readonly scanner: string };
  /** Path of the newest card in the simulated printer's tray, and what its barcode reads as. */
  readonly readCard: () => Promise<{ readonly path: string; readonly decoded: string }>;
  /** A drawn signature, PNG. */
  readonly signature: () => Uint8Array;
}

export interface SelfCheckReport {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly case: string;
  readonly standard: string;
  readonly statesPassed: readonly string[];
  readonly jobStates: readonly string[];
  readonly cardPng: string;
  readonly decodedBarcode: string;
  readonly steps: readonly {
    readonly key: StepKey;
    readonly tookMs: number | null;
    readonly targetSeconds: number | null;
    readonly verdict: string;
  }[];
  readonly verdicts: CaseView["promise"];
}

const PRINT_WITHIN_MS = 60_000;

/** Plays one whole service, from search to signature, over the real socket. Judges nothing by itself being silent. */
export async function playOneCase(
  clerk: Clerk,
  member: MemberView,
  signal: AbortSignal,
): Promise<SelfCheckReport> {
  const { client } = clerk;
  const statesPassed: string[] = [];
  let view = await client.call("case.open", {
    member: { memberId: member.memberId, memberNo: member.memberNo },
    kind: "new",
    channel: "in-person",
    standard: (await client.call("desk.get", {})).standard,
  });
  let job: PrintJobView | undefined;
  let card = { path: "", decoded: "" };

  while (view.now !== null && view.work !== null) {
    signal.throwIfAborted();
    const { now: step, work }: { now: StepKey; work: StepKey } = { now: view.now, work: view.work };
    statesPassed.push(work);
    switch (stationOf(work)) {
      case "photo":
        view = await takePhoto(clerk, view);
        break;
      case "print": {
        job = await printAndSettle(clerk, view, signal);
        card = await clerk.readCard();
        await client.call("device.scan", { device: clerk.devices.scanner, text: card.decoded });
        view = await until(
          clerk,
          view.case,
          (now) => now.jobs.some((one) => one.state === "confirmed"),
          signal,
        );
        break;
      }
      case "handover":
        view = isLastHandover(view)
          ? await handOver(clerk, view)
          : await client.call("case.completeStep", { case: view.case, step, result: "done" });
        break;
      default:
        view = await client.call("case.completeStep", { case: view.case, step, result: "done" });
    }
    if (work === view.work) throw new Error(`the case did not leave ${work}`);
  }

  const printed = view.jobs.find((one) => one.job === job?.job);
  const problems = [
    ...(view.status === "handed-over" ? [] : [`the case ended as ${view.status}`]),
    ...(card.decoded === member.memberNo ? [] : ["the card's barcode is not the member number"]),
    ...(printed?.confirmedBy === "scan" ? [] : ["the print was not proved by a scan"]),
    ...view.steps.filter((one) => one.state !== "done").map((one) => `step ${one.key} is ${one.state}`),
    ...view.steps.filter((one) => one.tookMs === null).map((one) => `step ${one.key} has no time`),
    ...(view.promise.published === "running" ? ["the promise was not judged"] : []),
  ];
  return {
    ok: problems.length === 0,
    problems,
    case: view.case,
    standard: `${view.standard.id} v${view.standard.version}`,
    statesPassed: [...statesPassed, view.status],
    jobStates: printed?.times.map((time) => time.state) ?? [],
    cardPng: card.path,
    decodedBarcode: card.decoded,
    steps: view.steps.map(({ key, tookMs, targetSeconds, verdict }) => ({
      key,
      tookMs,
      targetSeconds,
      verdict,
    })),
    verdicts: view.promise,
  };
}

async function takePhoto({ client, devices }: Clerk, view: CaseView): Promise<CaseView> {
  const { photo, widthPx, heightPx } = await client.call("camera.capture", { device: devices.camera });
  const width = (heightPx * 3) / 4 / widthPx;
  const crop = { x: (1 - width) / 2, y: 0, width, height: 1 };
  return client.call("photo.keep", { case: view.case, photo, source: "camera", crop });
}

async function printAndSettle(clerk: Clerk, view: CaseView, signal: AbortSignal): Promise<PrintJobView> {
  const { job } = await clerk.client.call("card.print", {
    requestKey: crypto.randomUUID(),
    case: view.case,
    printer: clerk.devices.printer,
  });
  const settled = await until(
    clerk,
    view.case,
    (now) =>
      now.jobs.some((one) => one.job === job.job && ["reported", "failed", "vanished"].includes(one.state)),
    signal,
  );
  const result = settled.jobs.find((one) => one.job === job.job) ?? job;
  if (result.state !== "reported")
    throw new Error(`the print ended as ${result.state} (${result.failure ?? "no code"})`);
  return result;
}

async function handOver({ client, signature }: Clerk, view: CaseView): Promise<CaseView> {
  const drawing = client.upload(signature());
  return client.call("case.handOver", {
    case: view.case,
    identity: "ktp",
    phoneConfirmed: true,
    signature: "drawn",
    drawing,
  });
}

/** No act of hand-over follows, so this one carries the signature. */
function isLastHandover({ steps, now }: CaseView): boolean {
  const after = steps.slice(steps.findIndex(({ key }) => key === now) + 1);
  return !after.some(({ key }) => stationOf(key) === "handover");
}

/** Follows case.changed until the case is as wanted. */
async function until(
  { client }: Clerk,
  caseId: string,
  isAsWanted: (view: CaseView) => boolean,
  signal: AbortSignal,
): Promise<CaseView> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(PRINT_WITHIN_MS)]);
  return new Promise((resolve, reject) => {
    const settle = (view: CaseView): void => {
      if (view.case !== caseId || !isAsWanted(view)) return;
      subscription[Symbol.dispose]();
      resolve(view);
    };
    const subscription = client.on("case.changed", settle);
    within.addEventListener("abort", () => reject(within.reason), { once: true });
    client.call("case.get", { case: caseId }).then(settle, reject);
  });
}
