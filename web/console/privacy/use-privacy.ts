import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import type { ErasureForecast } from "../../../src/bridge/protocol/privacy-commands.ts";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { type Answer, useAnswer } from "../ui/use-answer.ts";

export type Privacy = Result<"privacy.get">;

/** What is kept and who asked to be forgotten, read again with every news. */
export function usePrivacy(): Answer<Privacy> {
  const { connection } = useModel();
  const news = useSignal(0);
  useEffect(() => {
    const heard = connection.on("privacy.changed", () => {
      news.value += 1;
    });
    return () => heard[Symbol.dispose]();
  }, [connection]);
  return useAnswer(`${news.value}`, (signal) => connection.call("privacy.get", {}, { signal }));
}

/** What there is of one member, before it goes. */
export interface Foreseen {
  readonly memberNo: string;
  readonly forecast: ErasureForecast;
  /** Whoever carries the number by what INLISLite says, or the copy of it. */
  readonly members: readonly MemberView[];
  /** Undefined where nobody could be asked. */
  readonly source: "inlislite" | "mirror" | undefined;
}

/** Asks for both at once; that INLISLite is away keeps nobody from being forgotten. */
export function useForesight(): (memberNo: string) => Promise<Foreseen> {
  const { connection } = useModel();
  return async (memberNo) => {
    const [forecast, found] = await Promise.all([
      connection.call("member.foreseeErasure", { memberNo }),
      connection.call("member.find", { memberNo }).catch(() => undefined),
    ]);
    return { memberNo, forecast, members: found?.members ?? [], source: found?.source };
  };
}
