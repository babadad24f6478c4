import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { DigitalPart } from "../hand-over/digital-part.tsx";
import { OldCard } from "../hand-over/old-card.tsx";
import { isClosed } from "../state/desk-state.ts";
import { useModel } from "../state/model.ts";
import { SurveyOffer } from "../survey/survey-offer.tsx";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Note } from "../ui/note.tsx";
import { AlsoOpen } from "./also-open.tsx";
import { CaseStrip } from "./case-strip.tsx";
import { DeviceAlerts } from "./device-alerts.tsx";
import { MemberPanel } from "./member-panel.tsx";
import { MemberSearch } from "./member-search.tsx";
import { Queue } from "./queue.tsx";
import { ResultView } from "./result-view.tsx";
import { ScanOffer } from "./scan-offer.tsx";
import { stationNow, workOf } from "./stations.ts";
import { StepRail } from "./step-rail.tsx";
import { TimeAnnouncer } from "./time-announcer.tsx";
import { Work } from "./work.tsx";

export function CasePage({ caseId }: { readonly caseId: string }) {
  const model = useModel();
  const { text, connection, desk, router } = model;
  const view = desk.view(caseId);
  const isMissing = useSignal(false);
  const isLinking = useSignal(false);
  const linking = useAction();

  // A case of an old address, or one that another page closed, is asked for by itself.
  const isOpen = connection.link.value === "open";
  useEffect(() => {
    if (view || !isOpen) return;
    connection
      .call("case.get", { case: caseId })
      .then((found) => desk.putCase(found))
      .catch(() => {
        isMissing.value = true;
      });
  }, [caseId, view === undefined, isOpen]);

  const work = view && workOf(view);
  const title = work ? text.steps[work].title : "";
  useEffect(() => {
    model.announcement.value = title;
  }, [title]);

  if (!view) {
    return (
      <main class="ti-body desk">
        {isMissing.value ? (
          <Note tone="bad" title={text.case.notFound} text={text.case.notFoundMend}>
            <button type="button" class="ti-btn" onClick={() => router.go("desk")}>
              {text.app.back}
            </button>
          </Note>
        ) : null}
      </main>
    );
  }

  const link = (member: MemberView): void =>
    linking.run(async () => {
      const { memberId, memberNo } = member;
      desk.putCase(await connection.call("case.linkMember", { case: caseId, memberId, memberNo }));
      isLinking.value = false;
    });

  const station = stationNow(view);
  return (
    <main class="ti-body desk" data-testid="case-page" data-case={caseId} data-status={view.status}>
      <CaseStrip view={view} />
      <StepRail caseId={caseId} />
      <TimeAnnouncer caseId={caseId} />
      <div class="cols">
        {isClosed(view) ? <ResultView view={view} /> : <Work view={view} />}
        <aside class="side">
          <AlsoOpen view={view} />
          <MemberPanel
            view={view}
            onFind={() => {
              isLinking.value = true;
            }}
          />
          <SurveyOffer view={view} />
          <Queue except={caseId} />
          <OldCard view={view} />
          <DigitalPart view={view} />
          <ScanOffer view={view} />
          {view.isClockSuspect ? (
            <Note tone="warn" title={text.case.clockSuspect} text={text.case.clockSuspectMend} />
          ) : null}
          {station && !isClosed(view) ? <DeviceAlerts station={station} /> : null}
        </aside>
      </div>
      {isLinking.value ? (
        <Dialog
          title={text.member.find}
          lead={text.member.missingMend}
          onClose={() => {
            isLinking.value = false;
          }}
          testid="link-dialog"
        >
          <div class="dialog-body">
            <MemberSearch onChoose={link} />
            <FaultNote fault={linking.fault} />
          </div>
        </Dialog>
      ) : null}
    </main>
  );
}
