import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { HandoverChecks } from "../../hand-over/checks.tsx";
import { emptyDraft, type HandoverDraft, isCollectorNamed } from "../../hand-over/draft.ts";
import { SignaturePanel } from "../../hand-over/signature-panel.tsx";
import { useHandoverFacts } from "../../hand-over/use-facts.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { completeStep } from "../complete-step.ts";
import { inkToPng } from "../signature-ink.ts";
import { PAD_RATIO } from "../signature-pad.tsx";
import { isSignature, type Stroke } from "../signature-strokes.ts";
import { isLastStep } from "../stations.ts";
import { StepHead } from "../step-head.tsx";

/** The card is given, the receiver looked at and signs. Where the standard has two steps, the first only gives. */
export function HandOverStation({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const { handover } = text;
  const isLast = isLastStep(view);
  const facts = useHandoverFacts(view.case);
  const strokes = useSignal<readonly Stroke[]>([]);
  const isPaper = useSignal(false);
  const padRatio = useRef(PAD_RATIO);
  const ending = useAction();
  const kept = model.handover.value;
  const draft = kept?.case === view.case ? kept : emptyDraft(view.case);
  const needsConsent = typeof facts === "object" && facts.isMinor === true;
  const hasSigned = isPaper.value || isSignature(strokes.value);

  const change = (part: Partial<HandoverDraft>): void => {
    model.handover.value = { ...draft, ...part };
  };
  const blockedBy = (): string | undefined => {
    if (!draft.identity) return handover.needsIdentity;
    if (needsConsent && !draft.hasConsent) return handover.needsConsent;
    if (!isCollectorNamed(draft)) return handover.needsName;
    return isLast && !hasSigned ? handover.needsSignature : undefined;
  };
  const giveAndGoOn = (): void => ending.run(() => completeStep(model, view));
  const finish = (): void =>
    ending.run(async () => {
      const { identity, isPhoneOk, hasConsent, collector } = draft;
      if (!identity) return;
      const signed = isPaper.value
        ? { signature: "paper" as const }
        : {
            signature: "drawn" as const,
            drawing: connection.upload(await inkToPng(strokes.value, padRatio.current)),
          };
      const params = {
        ...{ case: view.case, identity, phoneConfirmed: isPhoneOk },
        ...signed,
        ...(hasConsent && { hasConsent }),
        ...(collector && { collector: { ...collector, name: collector.name.trim() } }),
      };
      desk.putCase(await connection.call("case.handOver", params));
      model.handover.value = undefined;
    });

  const receiver = draft.collector?.name.trim() || view.member?.fullName || text.queue.applicant;
  const label = isLast && view.now === "receipt" ? handover.goReceipt : handover.go;
  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="act handover-act">
        <StepHead view={view} />
        <HandoverChecks draft={draft} facts={facts} onChange={change} />
        <FaultNote fault={ending.fault} />
        <MainButton
          icon="hand"
          label={label}
          action={ending}
          blockedBy={blockedBy()}
          onPress={isLast ? finish : giveAndGoOn}
        />
      </div>
      {isLast ? (
        <SignaturePanel view={view} name={receiver} strokes={strokes} isPaper={isPaper} ratio={padRatio} />
      ) : null}
    </section>
  );
}
