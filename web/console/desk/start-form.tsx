import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CaseView, MemberView, StandardView } from "../../../src/bridge/protocol/shapes.ts";
import type { TicketView } from "../../../src/bridge/protocol/ticket-shapes.ts";
import { CategoryField } from "../intake/category-field.tsx";
import { RefusedWords, refusedAmong } from "../intake/refused-words.tsx";
import { useCategories } from "../intake/use-categories.ts";
import { useModel } from "../state/model.ts";
import { ServedTicket } from "../tickets/served-ticket.tsx";
import { useAction } from "../ui/action.ts";
import { Choice } from "../ui/choice.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { MainButton } from "../ui/main-button.tsx";
import { fitting } from "./fitting-standard.ts";
import { useFreshMember } from "./fresh-member.ts";
import { MemberFacts } from "./member-panel.tsx";
import { MemberWarnings } from "./member-warnings.tsx";
import { StandardChoice } from "./standard-choice.tsx";

const KINDS = ["new", "renewal", "lost", "damaged"] as const satisfies readonly CaseView["kind"][];
const CHANNELS = ["in-person", "online"] as const satisfies readonly CaseView["channel"][];

/** What is known of the service before the clerk says so: the reason for which somebody waits. */
export interface Preset {
  readonly kind: CaseView["kind"];
  readonly channel: CaseView["channel"];
}

/** Whose membership is over has come to renew it. */
const likely = (member: MemberView | undefined): Preset => ({
  kind: member && !member.isValidToday ? "renewal" : "new",
  channel: "in-person",
});

/** What was asked for at the ticket machine. */
const saidAt = (called: TicketView | null | undefined): Preset | undefined =>
  called?.kind ? { kind: called.kind, channel: "in-person" } : undefined;

export function StartForm({
  member: chosenMember,
  preset,
  onBack,
}: {
  readonly member: MemberView | undefined;
  readonly preset?: Preset | undefined;
  readonly onBack: () => void;
}) {
  const model = useModel();
  const { text, desk, connection, router, tickets } = model;
  const member = useFreshMember(chosenMember);
  const called = tickets.view?.called;
  const { kind: likelyKind, channel: likelyChannel } = preset ?? saidAt(called) ?? likely(member);
  const kind = useSignal<CaseView["kind"]>(likelyKind);
  const channel = useSignal<CaseView["channel"]>(likelyChannel);
  /** What the clerk has chosen; until then what fits the service. */
  const wanted = useSignal<string | undefined>(undefined);
  const standards = useSignal<readonly StandardView[]>([]);
  const isForCalled = useSignal(true);
  const start = useAction();

  useEffect(() => {
    const cancel = new AbortController();
    connection
      .call("standard.list", {}, { signal: cancel.signal })
      .then(({ standards: list }) => {
        standards.value = list;
      })
      .catch(() => undefined);
    return () => cancel.abort();
  }, []);

  const service = { kind: kind.value, channel: channel.value };
  const standard = wanted.value ?? fitting(standards.value, desk.facts.value?.standard ?? "", service);
  const who = useCategories({ ...service, standard, memberType: member?.memberType ?? null });
  const refused = refusedAmong(who.choices, who.category);
  const begin = (): void =>
    start.run(async () => {
      const view = await connection.call("case.open", {
        member: member ? { memberId: member.memberId, memberNo: member.memberNo } : null,
        ...service,
        standard,
        ticket: called && isForCalled.value && service.channel === "in-person" ? called.case : null,
        ...(who.category === null ? {} : { category: who.category }),
      });
      desk.putCase(view);
      router.go("desk", view.case);
    });

  return (
    <div class="start-form">
      <div>
        <p class="ti-cap">{text.start.service}</p>
        <h1 class="two-lines" id="start-title" title={member?.fullName}>
          {member?.fullName ?? text.start.newApplicant}
        </h1>
        {member ? <MemberFacts member={member} isWide /> : <p class="ti-lead">{text.start.withoutHint}</p>}
      </div>
      {member ? <MemberWarnings member={member} isBrief /> : null}
      <Choice
        label={text.start.kind}
        name="kind"
        options={KINDS.map((key) => [key, text.start.kinds[key]] as const)}
        value={kind.value}
        onChange={(value) => {
          kind.value = value;
        }}
      />
      <div class={who.choices.length > 0 ? "trio" : "duo"}>
        <Choice
          label={text.start.channel}
          name="channel"
          options={CHANNELS.map((key) => [key, text.start.channels[key]] as const)}
          value={channel.value}
          onChange={(value) => {
            channel.value = value;
          }}
        />
        <StandardChoice
          standards={standards.value}
          value={standard}
          service={service}
          onChange={(id) => {
            wanted.value = id;
          }}
        />
        <CategoryField applicant={who} memberType={member?.memberType} onChange={who.choose} />
      </div>
      {service.channel === "in-person" ? <ServedTicket isMeant={isForCalled} /> : null}
      {refused ? <RefusedWords choice={refused} /> : null}
      <FaultNote fault={start.fault} />
      <div class="start-go">
        <button type="button" class="ti-btn" onClick={onBack}>
          {text.app.back}
        </button>
        <MainButton
          icon="arrow"
          label={refused ? text.intake.refused.record : text.start.go}
          action={start}
          onPress={begin}
          testid="start-button"
        />
      </div>
    </div>
  );
}
