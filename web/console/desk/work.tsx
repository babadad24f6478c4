import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { RefusedStation } from "../intake/refused-station.tsx";
import { refusedAmong } from "../intake/refused-words.tsx";
import { ElsewhereStation } from "../passing/elsewhere-station.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { HandOverStation } from "./stations/hand-over.tsx";
import { IntakeStation } from "./stations/intake.tsx";
import { PhotoStation } from "./stations/photo.tsx";
import { PrintStation } from "./stations/print.tsx";
import { TellStation } from "./stations/tell.tsx";
import { VerifyStation } from "./stations/verify.tsx";
import { stationNow } from "./stations.ts";
import { StepHead } from "./step-head.tsx";

/** The panel that holds the next thing to do. */
export function Work({ view }: { readonly view: CaseView }) {
  if (view.holder && !view.holder.isHere) return <ElsewhereStation view={view} holder={view.holder} />;
  if (view.status === "paused") return <Paused view={view} />;
  const refused = refusedAmong(view.applicant.choices, view.applicant.category);
  if (refused) return <RefusedStation view={view} choice={refused} />;
  switch (stationNow(view)) {
    case "intake":
      return <IntakeStation view={view} />;
    case "photo":
      return <PhotoStation view={view} />;
    case "verify":
      return <VerifyStation view={view} />;
    case "print":
      return <PrintStation view={view} />;
    case "handover":
      return <HandOverStation key={view.now ?? ""} view={view} />;
    default:
      return <TellStation key={`${view.now} ${view.work}`} view={view} />;
  }
}

function Paused({ view }: { readonly view: CaseView }) {
  const { text, connection, desk } = useModel();
  const resuming = useAction();
  return (
    <section class="ti-panel work" aria-labelledby="now">
      <div class="act">
        <StepHead
          view={view}
          title={text.case.pausedTitle}
          lead={view.pausedFor ? text.case.pauseReasons[view.pausedFor] : undefined}
        />
        <MainButton
          icon="play"
          label={text.case.resume}
          action={resuming}
          onPress={() =>
            resuming.run(async () => desk.putCase(await connection.call("case.resume", { case: view.case })))
          }
        />
        <FaultNote fault={resuming.fault} />
        <p class="then">
          <span>{text.case.pauseLead}</span>
        </p>
      </div>
    </section>
  );
}
