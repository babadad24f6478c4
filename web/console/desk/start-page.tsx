import { useSignal } from "@preact/signals";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { WaitingPanel } from "../hand-over/waiting-panel.tsx";
import { useModel } from "../state/model.ts";
import { useScan } from "../state/use-scan.ts";
import { CallBar } from "../tickets/call-bar.tsx";
import { TicketPanel } from "../tickets/ticket-panel.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { CalendarNote } from "./calendar-note.tsx";
import { DeviceAlerts } from "./device-alerts.tsx";
import { MemberSearch } from "./member-search.tsx";
import { PairingAlert } from "./pairing-alert.tsx";
import { Queue } from "./queue.tsx";
import { type Preset, StartForm } from "./start-form.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** Nobody is being served: find or scan a member, then start. */
export function StartPage() {
  const model = useModel();
  const { text, router } = model;
  const chosen = useSignal<MemberView | "applicant" | undefined>(undefined);
  const preset = useSignal<Preset | undefined>(undefined);
  const scanned = useSignal<readonly MemberView[]>([]);
  const isUnknown = useSignal(false);

  useScan(({ effect, case: caseId, members }) => {
    isUnknown.value = effect === "unknown";
    const [member] = members;
    if (caseId !== null) return router.go("desk", caseId);
    scanned.value = members;
    preset.value = undefined;
    chosen.value = members.length === 1 && member ? member : undefined;
  });

  const choose = (member: MemberView, known?: Preset): void => {
    isUnknown.value = false;
    preset.value = known;
    if (member.openCase) router.go("desk", member.openCase);
    else chosen.value = member;
  };

  return (
    <main class="ti-body desk">
      <div class="cols">
        <section class="ti-panel start" aria-labelledby="start-title">
          {chosen.value === undefined ? (
            <>
              <div>
                <h1 id="start-title">{text.start.title}</h1>
                <p class="ti-lead">{text.start.lead}</p>
              </div>
              <CallBar />
              <MemberSearch
                found={scanned.value}
                onChoose={(member) => choose(member)}
                onCase={(caseId) => router.go("desk", caseId)}
              />
              {isUnknown.value ? (
                <Note
                  tone="bad"
                  title={text.scan.unknown}
                  text={text.scan.unknownMend}
                  testid="scan-unknown"
                />
              ) : null}
              <FaultNote fault={model.scanFault.value} />
              <div class="ti-scan scan-start" data-testid="scan-target">
                <Icon name="scan" size="large" />
                <span>{text.start.scan}</span>
              </div>
              <p class="then">
                <button
                  type="button"
                  class="ti-btn"
                  data-testid="start-without-member"
                  onClick={() => {
                    preset.value = undefined;
                    chosen.value = "applicant";
                  }}
                >
                  <Icon name="user" />
                  {text.start.without}
                </button>
                <span class="ti-meta">{text.start.withoutHint}</span>
              </p>
            </>
          ) : (
            <StartForm
              key={chosen.value === "applicant" ? "" : chosen.value.memberId}
              preset={preset.value}
              member={chosen.value === "applicant" ? undefined : chosen.value}
              onBack={() => {
                chosen.value = undefined;
              }}
            />
          )}
        </section>
        <aside class="side">
          <TicketPanel />
          <Queue />
          <WaitingList onChoose={choose} />
          <WaitingPanel />
          <PairingAlert />
          <DeviceAlerts />
          <CalendarNote />
        </aside>
      </div>
    </main>
  );
}
