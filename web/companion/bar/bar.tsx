import { Mark } from "../../console/ui/icons.tsx";
import { useCompanion } from "../companion-model.ts";
import { CasePart, CaseTotal } from "./case-part.tsx";
import { ConsoleButton } from "./console-button.tsx";
import { DeviceChip } from "./device-chip.tsx";
import { NobodyPart } from "./nobody-part.tsx";
import { NoticePart } from "./notice-part.tsx";
import { PaceAnnouncer } from "./pace-announcer.tsx";
import { PageActions } from "./page-actions.tsx";
import { StandingPart } from "./standing-part.tsx";
import { StartPart } from "./start-part.tsx";
import { TimeChip } from "./time-chip.tsx";
import { WarningChip } from "./warning-chip.tsx";

/** The bar at the foot of INLISLite's page: who is served, what stands in the way, and the way to the desk. */
export function Bar() {
  const model = useCompanion();
  const { text, connection } = model;
  const isOpen = connection.standing.value.name === "open" && model.desk.facts.value !== undefined;
  const isLocked = connection.standing.value.name === "open" && model.operator.isLocked.value;
  return (
    <section class="bar" aria-label={text.bar.label} data-testid="bar">
      <button
        type="button"
        class="ti-brand"
        title={text.bar.details}
        aria-expanded={model.panel.value === "details"}
        data-testid="details-button"
        onClick={() => model.toggle("details")}
      >
        <Mark />
        <span class="brand-word">Titian</span>
      </button>
      {isLocked ? <NobodyPart /> : isOpen ? <Open /> : <StandingPart />}
    </section>
  );
}

function Open() {
  const { notice, shown, member } = useCompanion();
  return (
    <>
      {notice.value ? (
        <NoticePart notice={notice.value} />
      ) : (
        <>
          <CasePart />
          <span class="ti-grow" />
          <WarningChip />
          <DeviceChip />
          <CaseTotal />
        </>
      )}
      <TimeChip />
      <PaceAnnouncer />
      {member.value && !shown.value ? <StartPart key={member.value.memberId} member={member.value} /> : null}
      <PageActions />
      <ConsoleButton />
    </>
  );
}
