import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeResponse, encodeRequest, ipp } from "../../../drivers/printer-ipp/ipp-message.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { encodeAnswer } from "./scripted-printer.ts";

describe("IPP messages", () => {
  it("are written as in RFC 8010, byte for byte", () => {
    const bytes = encodeRequest({
      operation: 0x0009,
      requestId: 7,
      operationAttributes: [
        ipp.charset("attributes-charset", "utf-8"),
        ipp.integer("job-id", 258),
        ipp.keyword("requested-attributes", "job-state", "job-name"),
      ],
      jobAttributes: [ipp.keyword("print-scaling", "none")],
    });
    expect(bytes.toString("latin1")).toBe(
      [
        "\x02\x00\x00\x09\x00\x00\x00\x07\x01",
        "\x47\x00\x12attributes-charset\x00\x05utf-8",
        "\x21\x00\x06job-id\x00\x04\x00\x00\x01\x02",
        "\x44\x00\x14requested-attributes\x00\x09job-state",
        "\x44\x00\x00\x00\x08job-name",
        "\x02\x44\x00\x0dprint-scaling\x00\x04none\x03",
      ].join(""),
    );
  });

  it("are read back with numbers, booleans, lists and groups apart", () => {
    const bytes = encodeAnswer(
      {
        status: 0x0001,
        job: { "job-id": 12, "job-state": 9 },
        printer: { "printer-is-accepting-jobs": true, "media-supported": ["a", "b"] },
      },
      3,
    );
    const answer = decodeResponse(bytes);
    expect([answer.status, answer.requestId]).toEqual([1, 3]);
    expect([...answer.job]).toEqual([
      ["job-id", [12]],
      ["job-state", [9]],
    ]);
    expect([...answer.printers[0]!]).toEqual([
      ["printer-is-accepting-jobs", [true]],
      ["media-supported", ["a", "b"]],
    ]);
  });

  it("keep one printer of a server apart from the next, and bytes that are text", () => {
    const bytes = Buffer.from(
      "\x02\x00\x00\x00\x00\x00\x00\x01\x04\x44\x00\x01k\x00\x01a\x04\x44\x00\x01k\x00\x01b\x30\x00\x01o\x00\x03x=1\x03",
      "latin1",
    );
    expect(decodeResponse(bytes).printers.map((one) => Object.fromEntries(one))).toEqual([
      { k: ["a"] },
      { k: ["b"], o: ["x=1"] },
    ]);
  });

  it("keep what stands around a collection, and a text with its language", () => {
    const collection =
      "\x34\x00\x09media-col\x00\x00" +
      "\x4a\x00\x00\x00\x0amedia-size\x34\x00\x00\x00\x00" +
      "\x4a\x00\x00\x00\x01x\x21\x00\x00\x00\x04\x00\x00\x00\x05\x37\x00\x00\x00\x00\x37\x00\x00\x00\x00";
    const text = "\x35\x00\x04info\x00\x0a\x00\x02id\x00\x04halo";
    const bytes = Buffer.from(
      `\x02\x00\x00\x00\x00\x00\x00\x01\x04${collection}${text}\x44\x00\x01k\x00\x01v\x13\x00\x01n\x00\x00\x03`,
      "latin1",
    );
    expect([...decodeResponse(bytes).printers[0]!]).toEqual([
      ["media-col", []],
      ["info", ["halo"]],
      ["k", ["v"]],
      ["n", []],
    ]);
  });

  const whole = encodeAnswer({ printer: { "printer-state": 3, "printer-state-reasons": ["none", "x"] } }, 1);

  it("that end too early are refused with a code, wherever they end", () => {
    for (const length of whole.keys()) {
      expect(() => decodeResponse(whole.subarray(0, length)), `${length} bytes`).toThrow("DEVICE_BAD_ANSWER");
    }
  });

  it("with any bytes at all are read or refused, never anything else, and in no time", () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 4_000 }),
      fc.uint8Array({ maxLength: 200 }).map((tail) => Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 1, 4, ...tail)),
      fc
        .tuple(fc.nat(whole.length - 1), fc.nat(255))
        .map(([at, byte]) => whole.map((b, i) => (i === at ? byte : b))),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        try {
          decodeResponse(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(TitianError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("nested without end are refused", () => {
    const level = Buffer.from("\x34\x00\x00\x00\x00", "latin1");
    const bytes = Buffer.concat([whole.subarray(0, 9), ...Array.from({ length: 100_000 }, () => level)]);
    expect(() => decodeResponse(bytes)).toThrow("DEVICE_BAD_ANSWER");
  });
});
