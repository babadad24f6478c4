import { describe, expect, it } from "vitest";
import { Newest } from "../../../web/console/cards/designer/newest.ts";

/** A timer that goes off when told, and answers that come when told. */
function setUp(cancels: boolean) {
  let due: (() => void) | undefined;
  const asked: { readonly wanted: string; readonly signal: AbortSignal; readonly answer: () => void }[] = [];
  const newest = new Newest<string>(
    (wanted, signal) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      asked.push({ wanted, signal, answer: resolve });
      return promise;
    },
    {
      afterMs: 50,
      cancels,
      timer: (_, work) => {
        due = work;
        return () => {
          due = undefined;
        };
      },
    },
  );
  const elapse = (): void => {
    const work = due;
    due = undefined;
    work?.();
  };
  const answer = async (at: number): Promise<void> => {
    asked[at]?.answer();
    await new Promise(setImmediate);
  };
  return {
    newest,
    elapse,
    answer,
    asked: () => asked.map(({ wanted }) => wanted),
    call: (at: number) => asked[at],
  };
}

describe("asking about the newest state", () => {
  it("asks once about changes that come close together", () => {
    const { newest, elapse, asked } = setUp(false);
    for (const wanted of ["a", "b", "c"]) newest.want(wanted);
    elapse();
    expect(asked()).toEqual(["c"]);
  });

  it("lets one answer come before it asks again, and skips what is no longer so", async () => {
    const { newest, elapse, answer, asked } = setUp(false);
    newest.want("a");
    elapse();
    newest.want("b");
    newest.want("c");
    elapse();
    expect(asked()).toEqual(["a"]);
    await answer(0);
    elapse();
    expect(asked()).toEqual(["a", "c"]);
  });

  it("gives up an answer that nobody needs any more, where it may", () => {
    const { newest, elapse, asked, call } = setUp(true);
    newest.want("a");
    elapse();
    newest.want("b");
    expect(call(0)?.signal.aborted).toBe(true);
    elapse();
    expect(asked()).toEqual(["a", "b"]);
  });

  it("asks nothing after it was closed", async () => {
    const { newest, elapse, answer, asked, call } = setUp(false);
    newest.want("a");
    elapse();
    newest.want("b");
    newest[Symbol.dispose]();
    expect(call(0)?.signal.aborted).toBe(true);
    await answer(0);
    elapse();
    expect(asked()).toEqual(["a"]);
  });
});
