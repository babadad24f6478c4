import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeRequest, type IppValue } from "../../../drivers/printer-ipp/ipp-message.ts";

export interface Answer {
  readonly status?: number;
  readonly job?: Readonly<Record<string, IppValue | readonly IppValue[]>>;
  readonly printer?: Readonly<Record<string, IppValue | readonly IppValue[]>>;
}

export const OPERATIONS = {
  2: "print",
  4: "validate",
  8: "cancel",
  9: "job",
  11: "printer",
} as const;
export type Operation = (typeof OPERATIONS)[keyof typeof OPERATIONS];

export const WELL: Answer = {
  printer: {
    "printer-make-and-model": "Scripted",
    "printer-state": 3,
    "printer-state-reasons": "none",
    "printer-is-accepting-jobs": true,
    "document-format-supported": ["application/pdf", "image/png"],
    "media-supported": ["iso_a4_210x297mm", "om_card_54x86mm"],
    "print-scaling-supported": ["auto", "none"],
  },
};

/** Answers by a script: for what no real printer does on request. A function may take over the connection. */
export class ScriptedPrinter implements AsyncDisposable {
  readonly asked: Operation[] = [];
  readonly bodies = new Map<Operation, Buffer>();
  script: Partial<Record<Operation, Answer | ((response: ServerResponse) => Answer | undefined)>> = {};
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  static async start(): Promise<ScriptedPrinter> {
    const printer = new ScriptedPrinter();
    printer.#server.listen(0, "127.0.0.1");
    await new Promise((resolve) => printer.#server.once("listening", resolve));
    return printer;
  }

  get uri(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/printers/Kartu`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const operation = OPERATIONS[body.readUInt16BE(2) as keyof typeof OPERATIONS];
    this.asked.push(operation);
    this.bodies.set(operation, body);
    const scripted = this.script[operation] ?? (operation === "printer" ? WELL : {});
    const answer = typeof scripted === "function" ? scripted(response) : scripted;
    if (answer) response.end(encodeAnswer(answer, body.readInt32BE(4)));
  }
}

export function encodeAnswer({ status = 0, job, printer }: Answer, requestId: number): Buffer {
  const group = (tag: number, values: Answer["job"]): Buffer => {
    if (!values) return Buffer.alloc(0);
    const attributes = Object.entries(values).map(([name, value]) => {
      const list = Array.isArray(value) ? (value as readonly IppValue[]) : [value as IppValue];
      const tagOf = { number: 0x23, boolean: 0x22, string: 0x44 }[typeof list[0] as "number"];
      return { name, tag: tagOf, values: list };
    });
    const head = { operation: status, requestId, operationAttributes: attributes };
    const encoded = encodeRequest(head).subarray(9, -1);
    return Buffer.concat([Buffer.of(tag), encoded]);
  };
  const head = encodeRequest({ operation: status, requestId, operationAttributes: [] }).subarray(0, 9);
  return Buffer.concat([head, group(0x02, job), group(0x04, printer), Buffer.of(0x03)]);
}
