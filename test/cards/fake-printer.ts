import type { CardContent, CardRenderer, CardSink, RenderedCard } from "../../src/cards/print-job.ts";
import type { PrintRequest } from "../../src/cards/print-ledger.ts";
import type { CaseId, DeviceId, MemberKey, MemberNo } from "../../src/kernel/types.ts";

type Outcome = Awaited<ReturnType<CardSink["outcome"]>>;

interface Print {
  readonly jobName: string;
  readonly spooled: (reference: string) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** A printer that does what the test says, when the test says it. */
export class HandPrinter implements CardSink {
  readonly prints: Print[] = [];
  readonly asked: string[] = [];
  answer: Outcome | Error = "pending";

  print(
    card: { readonly jobName: string },
    spooled: (reference: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.prints.push({ jobName: card.jobName, spooled, resolve, reject, signal });
    return promise;
  }

  async outcome(reference: string): Promise<Outcome> {
    this.asked.push(reference);
    if (this.answer instanceof Error) throw this.answer;
    return this.answer;
  }
}

/** Draws nothing; the picture itself is tested in rendering. */
export const paper: CardRenderer = {
  async render(): Promise<RenderedCard> {
    const png = Uint8Array.of(1);
    return { front: { png, headPng: png, codes: 1 }, back: undefined, pdf: Uint8Array.of(2) };
  },
  async verify(): Promise<string> {
    return "]C0";
  },
};

export const dewi: CardContent = {
  libraryName: "Perpustakaan Umum Kabupaten Tirtamaya",
  locationName: undefined,
  memberNo: "26110000412" as MemberNo,
  fullName: "Dewi Kusumaningtyas Hapsari",
  memberType: "Mahasiswa",
  validUntil: "22-11-2027",
  registeredOn: "22-11-2026",
  printedOn: "26-11-2026",
  isMinor: false,
  photo: undefined,
};

export function request(change: Partial<PrintRequest> = {}): PrintRequest {
  return {
    requestKey: "key-1",
    case: "case-1" as CaseId,
    memberId: undefined,
    // One member for each case, unless the test says otherwise.
    memberKey: `member of ${change.case ?? "case-1"}` as MemberKey,
    printer: "printer-1" as DeviceId,
    priority: "desk",
    batch: undefined,
    template: "lengkung",
    templateVersion: undefined,
    reprintReason: undefined,
    ...change,
  };
}
