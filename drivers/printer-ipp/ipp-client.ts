import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { type CertificateCheck, signedByAuthority } from "./certificate.ts";
import { addressOf, type IppAddress } from "./ipp-address.ts";
import { decodeResponse, encodeRequest, type IppAttribute, type IppResponse, ipp } from "./ipp-message.ts";
import { postIpp } from "./ipp-transport.ts";

/** A printer on the desk or a queue on this machine answers in milliseconds. */
const ANSWER_MS = 5_000;
/** A card is under a megabyte; a print server takes it in well under a second, a printer's own Wi-Fi in a few. */
const DOCUMENT_MS = 30_000;

const OPERATION = {
  printJob: 0x0002,
  validateJob: 0x0004,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  /** CUPS's own. */
  getPrinters: 0x4002,
} as const;

const PRINTER_QUESTIONS = [
  "printer-make-and-model",
  "printer-state",
  "printer-state-reasons",
  "printer-is-accepting-jobs",
  "document-format-supported",
  "media-supported",
  "print-scaling-supported",
  "sides-supported",
  "marker-names",
  "marker-types",
  "marker-levels",
  "marker-low-levels",
  "printer-supply",
  "printer-supply-description",
  "printer-firmware-string-version",
  "printer-device-id",
  "device-uri",
];
const QUEUE_QUESTIONS = [
  "printer-name",
  "printer-info",
  "printer-make-and-model",
  "media-default",
  "media-supported",
  "device-uri",
];
const JOB_QUESTIONS = ["job-id", "job-name", "job-state", "job-state-reasons"];

export interface IppDocument {
  readonly jobName: string;
  readonly format: string;
  readonly data: Uint8Array;
  readonly pages: number;
  readonly jobAttributes: readonly IppAttribute[];
}

/** The questions that a printer and its server are asked. An IPP status of 0x0400 and above is an answer, not an exception. */
export class IppClient {
  readonly #address: IppAddress;
  readonly #clock: Clock;
  readonly #certificate: CertificateCheck;
  #requestId = 0;

  /** `uri` as configured; the certificate matters to `ipps:` alone. */
  constructor(uri: string, clock: Clock, certificate: CertificateCheck = signedByAuthority) {
    this.#address = addressOf(uri);
    this.#clock = clock;
    this.#certificate = certificate;
  }

  printer(signal: AbortSignal): Promise<IppResponse> {
    const questions = ipp.keyword("requested-attributes", ...PRINTER_QUESTIONS);
    return this.#ask(OPERATION.getPrinterAttributes, [questions], signal);
  }

  /** Every queue of a CUPS server. */
  queues(signal: AbortSignal): Promise<IppResponse> {
    const questions = ipp.keyword("requested-attributes", ...QUEUE_QUESTIONS);
    return this.#ask(OPERATION.getPrinters, [questions], signal);
  }

  job(id: number, signal: AbortSignal): Promise<IppResponse> {
    const questions = ipp.keyword("requested-attributes", ...JOB_QUESTIONS);
    return this.#ask(OPERATION.getJobAttributes, [ipp.integer("job-id", id), questions], signal);
  }

  cancel(id: number, signal: AbortSignal): Promise<IppResponse> {
    return this.#ask(OPERATION.cancelJob, [ipp.integer("job-id", id)], signal);
  }

  validate(document: IppDocument, signal: AbortSignal): Promise<IppResponse> {
    return this.#ask(OPERATION.validateJob, aboutDocument(document), signal, {
      jobAttributes: document.jobAttributes,
    });
  }

  /** `onConnected` is called when the first byte of the card may be on its way. */
  print(document: IppDocument, onConnected: () => void, signal: AbortSignal): Promise<IppResponse> {
    const { data, jobAttributes } = document;
    return this.#ask(OPERATION.printJob, aboutDocument(document), signal, {
      jobAttributes,
      document: data,
      onConnected,
      withinMs: DOCUMENT_MS,
    });
  }

  async #ask(
    operation: number,
    attributes: readonly IppAttribute[],
    signal: AbortSignal,
    sending: {
      readonly jobAttributes?: readonly IppAttribute[];
      readonly document?: Uint8Array;
      readonly onConnected?: () => void;
      readonly withinMs?: number;
    } = {},
  ): Promise<IppResponse> {
    const { jobAttributes = [], withinMs = ANSWER_MS, ...body } = sending;
    const requestId = ++this.#requestId;
    const operationAttributes = [
      // In this order: RFC 8011 section 4.1.4. CUPS shows the name of a job to the user that it was sent as, and to no other.
      ipp.charset("attributes-charset", "utf-8"),
      ipp.language("attributes-natural-language", "en"),
      ipp.uri("printer-uri", this.#address.printerUri),
      ipp.name("requesting-user-name", "titian"),
      ...attributes,
    ];
    const head = encodeRequest({ operation, requestId, operationAttributes, jobAttributes });
    using budget = withBudget(this.#clock, withinMs, signal, () => new TitianError("DEVICE_TIMEOUT"));
    const post = { to: this.#address, certificate: this.#certificate, head, ...body };
    const answer = decodeResponse(await postIpp(post, budget.signal));
    if (answer.requestId !== requestId) throw new TitianError("DEVICE_BAD_ANSWER");
    return answer;
  }
}

function aboutDocument({ jobName, format }: IppDocument): readonly IppAttribute[] {
  return [ipp.name("job-name", jobName), ipp.mimeType("document-format", format)];
}
