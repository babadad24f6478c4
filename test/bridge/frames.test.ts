import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Frames } from "../../src/bridge/frames.ts";
import { type BinaryFrame, decodeFrame, encodeFrame } from "../../src/bridge/protocol/binary.ts";
import { ManualClock } from "../harness/manual-clock.ts";

const MIB = 1024 * 1024;
const unknown = expect.objectContaining({ code: "FRAME_UNKNOWN" });

function frames() {
  const clock = new ManualClock();
  const sent: BinaryFrame[] = [];
  return { clock, sent, held: new Frames(clock, (frame) => sent.push(frame)) };
}

describe("frames of a session", () => {
  it("are sent under a name, and taken by it as often as a request is repeated", () => {
    const { held, sent } = frames();
    const id = held.hold(Uint8Array.of(1, 2));
    expect(sent).toEqual([{ id, bytes: Uint8Array.of(1, 2) }]);
    expect(held.take(id)).toEqual(Uint8Array.of(1, 2));
    expect(held.take(id)).toEqual(Uint8Array.of(1, 2));
  });

  it("are forgotten after ten minutes, or at once when they are only shown", async () => {
    const { held, clock } = frames();
    const id = held.hold(new Uint8Array(9));
    const shown = held.send(new Uint8Array(9));
    expect(() => held.take(shown)).toThrowError(unknown);
    await clock.advance(10 * 60_000 - 1);
    expect(held.take(id)).toHaveLength(9);
    await clock.advance(1);
    expect(() => held.take(id)).toThrowError(unknown);
    expect(held.heldBytes).toBe(0);
  });

  it("make room for the newest: at most twenty, and at most forty mebibytes", () => {
    const { held } = frames();
    const ids = Array.from({ length: 21 }, () => held.hold(new Uint8Array(1)));
    expect(() => held.take(ids[0] ?? "")).toThrowError(unknown);
    expect(held.take(ids[1] ?? "")).toHaveLength(1);

    const large = Array.from({ length: 4 }, () => held.hold(new Uint8Array(12 * MIB)));
    expect(held.heldBytes).toBeLessThanOrEqual(40 * MIB);
    expect(() => held.take(large[0] ?? "")).toThrowError(unknown);
    expect(held.take(large[3] ?? "")).toHaveLength(12 * MIB);
  });

  it("are replaced, not added up, when a page sends one name twice", () => {
    const { held } = frames();
    const id = randomUUID();
    held.accept({ id, bytes: new Uint8Array(100) });
    held.accept({ id, bytes: new Uint8Array(7) });
    expect(held.heldBytes).toBe(7);
    expect(held.take(id)).toHaveLength(7);
  });
});

describe("a binary frame", () => {
  it("reads back as it was written", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uint8Array({ maxLength: 300 }), (id, bytes) => {
        expect(decodeFrame(encodeFrame({ id, bytes }))).toEqual({ id, bytes });
      }),
    );
  });

  it("needs sixteen bytes for its name, and a name that is a UUID", () => {
    expect(decodeFrame(new Uint8Array(15))).toBeUndefined();
    expect(decodeFrame(new Uint8Array(16))).toEqual({
      id: "00000000-0000-0000-0000-000000000000",
      bytes: new Uint8Array(0),
    });
    expect(() => encodeFrame({ id: "photo-1", bytes: new Uint8Array(1) })).toThrow(RangeError);
  });
});
