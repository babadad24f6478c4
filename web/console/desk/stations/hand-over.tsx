import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CaseView } from "../../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { Note } from "../../ui/note.tsx";
import { completeStep } from "../complete-step.ts";
import { ReceiptButton } from "../receipt-button.tsx";
import { inkToPng } from "../signature-ink.ts";
import { PAD_RATIO, SignaturePad } from "../signature-pad.tsx";
import { isSignature, type Stroke } from "../signature-strokes.ts";
import { isLastStep } from "../stations.ts";
import { StepHead } from "../step-head.tsx";

/** The card is given, the number compared, the receiver signs. Where the standard has two steps, the first only gives. */
export function HandOverStation({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const isLast = isLastStep(view);
  const strokes = useSignal<readonly Stroke[]>([]);
  const isPaper = useSignal(false);
  const padRatio = useRef(PAD_RATIO);
  const ending = useAction();
  const hasSigned = isPaper.value || isSignature(strokes.value);
  const isPhoneOk = model.phoneConfirmed.value === view.case;

  const giveAndGoOn = (): void => ending.run(() => completeStep(model, view));
  const finish = (): void =>
    ending.run(async () => {
      const how = { case: view.case, phoneConfirmed: isPhoneOk };
      const params = isPaper.value
        ? { ...how, signature: "paper" as const }
        : {
            ...how,
            signature: "drawn" as const,
            drawing: connection.upload(await inkToPng(strokes.value, padRatio.current)),
          };
      desk.putCase(await connection.call("case.handOver", params));
    });

  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="act">
        <StepHead view={view} />
        <Phone view={view} />
        <FaultNote fault={ending.fault} />
        <MainButton
          icon="hand"
          label={
            isLast ? (view.now === "receipt" ? text.handover.goReceipt : text.handover.go) : text.handover.go
          }
          action={ending}
          blockedBy={isLast && !hasSigned ? text.handover.needsSignature : undefined}
          onPress={isLast ? finish : giveAndGoOn}
        />
        {isLast ? null : (
          <p class="then">
            <Icon name="arrow" size="small" />
            <span>{text.handover.next}</span>
          </p>
        )}
      </div>
      {isLast ? (
        <div class="sig">
          <h3>{text.handover.signature}</h3>
          {isPaper.value ? (
            <div class="pad pad-paper">
              <Icon name="sheet" size="large" />
              {text.handover.paperChosen}
            </div>
          ) : (
            <SignaturePad
              strokes={strokes}
              ratio={padRatio}
              name={view.member?.fullName ?? text.queue.applicant}
            />
          )}
          <div class="sig-tools">
            <button
              type="button"
              class="ti-btn"
              data-testid="signature-paper"
              aria-pressed={isPaper.value}
              onClick={() => {
                isPaper.value = !isPaper.value;
              }}
            >
              <Icon name={isPaper.value ? "pen" : "sheet"} />
              {isPaper.value ? text.handover.draw : text.handover.paper}
            </button>
            <button
              type="button"
              class="ti-btn"
              data-testid="signature-clear"
              disabled={isPaper.value || strokes.value.length === 0}
              onClick={() => {
                strokes.value = [];
              }}
            >
              {text.handover.clear}
            </button>
            <ReceiptButton view={view} />
          </div>
        </div>
      ) : null}
    </section>
  );
}

/** Read from INLISLite now, shown only here, kept nowhere. */
function Phone({ view }: { readonly view: CaseView }) {
  const model = useModel();
  const { text, connection } = model;
  const phone = useSignal<string | null | undefined>(undefined);
  const isAway = useSignal(false);

  useEffect(() => {
    const cancel = new AbortController();
    connection
      .call("member.phone", { case: view.case }, { signal: cancel.signal })
      .then(({ phone: number }) => {
        phone.value = number;
      })
      .catch(() => {
        if (!cancel.signal.aborted) isAway.value = true;
      });
    return () => cancel.abort();
  }, [view.case]);

  if (isAway.value) return <Note tone="warn" title={text.handover.phoneAway} />;
  if (phone.value === null) return <Note tone="idle" title={text.handover.phoneNone} />;
  return (
    <label class="tick phone">
      <input
        type="checkbox"
        data-testid="phone-confirmed"
        checked={model.phoneConfirmed.value === view.case}
        onChange={(event) => {
          model.phoneConfirmed.value = event.currentTarget.checked ? view.case : undefined;
        }}
      />
      <span class="tick-box">
        <Icon name="check" size="small" />
      </span>
      <span>
        <strong>{phone.value ?? " "}</strong>
        <span class="ti-meta">{text.handover.phoneOk}</span>
      </span>
    </label>
  );
}
