import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { type Fault, faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";

export interface DigitalCard {
  readonly facts: Result<"digitalCard.prepare">;
  readonly png: Uint8Array;
  readonly pdf: Uint8Array;
}

/** The card drawn for a phone, once for each opening of the dialog. */
export function useDigitalCard(caseId: string): {
  readonly card: DigitalCard | undefined;
  readonly fault: Fault | undefined;
} {
  const { connection } = useModel();
  const card = useSignal<DigitalCard | undefined>(undefined);
  const fault = useSignal<Fault | undefined>(undefined);
  useEffect(() => {
    const cancel = new AbortController();
    const prepare = async (): Promise<void> => {
      const facts = await connection.call("digitalCard.prepare", { case: caseId }, { signal: cancel.signal });
      const [png, pdf] = await Promise.all([connection.frame(facts.png), connection.frame(facts.pdf)]);
      if (!cancel.signal.aborted) card.value = { facts, png, pdf };
    };
    prepare().catch((thrown: unknown) => {
      if (!cancel.signal.aborted) fault.value = faultOf(thrown);
    });
    return () => cancel.abort();
  }, [caseId]);
  return { card: card.value, fault: fault.value };
}

/** For a paste into WhatsApp Web or a mail program. */
export function copyPicture(png: Uint8Array): Promise<void> {
  const type = "image/png";
  return navigator.clipboard.write([
    new ClipboardItem({ [type]: new Blob([png as Uint8Array<ArrayBuffer>], { type }) }),
  ]);
}
