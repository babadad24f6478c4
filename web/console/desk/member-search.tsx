import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Badge } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { DataAge } from "./data-age.tsx";
import { findCases, ticketIn } from "./find-case.ts";
import { FoundCases } from "./found-cases.tsx";

/** A copy that has heard of INLISLite within this time is as good as INLISLite's own answer, ms. */
const FRESH_MS = 60_000;
/** The daemon is asked once the typing rests for this long, ms. */
const REST_MS = 180;
const SHORTEST = 2;
const LIMIT = 20;

/** `heardAt`: when INLISLite last said so. */
type Answer = Result<"member.search"> & { readonly heardAt: string };

/** By number or by words of the name. Results show what decides whether a card may be made. */
export function MemberSearch({
  found = [],
  onChoose,
  onCase,
}: {
  /** From a scan: shown until something is typed. */
  readonly found?: readonly MemberView[];
  readonly onChoose: (member: MemberView) => void;
  /** Where an open case may be chosen too, by the number on its ticket or by name. */
  readonly onCase?: (caseId: string) => void;
}) {
  const model = useModel();
  const { text, connection } = model;
  const box = useRef<HTMLInputElement>(null);
  const typed = useSignal("");
  const results = useSignal<Answer | undefined>(undefined);
  const search = useAction();
  const label = useId();
  const asked = useRef(0);

  const cases = findCases(model.desk.open.value, typed.value);
  const isTyped = useComputed(() => typed.value.trim().length >= SHORTEST);
  const answer = isTyped.value ? results.value : undefined;
  const shown = isTyped.value ? answer?.members : found.length > 0 ? found : undefined;

  useSignalEffect(() => {
    if (model.findAsked.value >= 0) box.current?.focus();
  });

  useEffect(() => {
    const words = typed.value.trim();
    if (words.length < SHORTEST) {
      results.value = undefined;
      return;
    }
    asked.current += 1;
    const turn = asked.current;
    const cancel = new AbortController();
    const timer = setTimeout(() => {
      search.run(async () => {
        const answered = await connection.call(
          "member.search",
          { text: words, limit: LIMIT },
          { signal: cancel.signal },
        );
        // An older answer that comes late must not replace a newer one.
        if (turn === asked.current)
          results.value = { ...answered, heardAt: new Date(Date.now() - answered.ageMs).toISOString() };
      });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [typed.value]);

  /** Enter takes what is the only thing found. */
  const chooseOnly = (): void => {
    const [member, another] = shown ?? [];
    const [open, second] = onCase ? cases : [];
    if (open && !second && (!member || ticketIn(typed.value) !== undefined)) onCase?.(open.case);
    else if (member && !another) onChoose(member);
  };

  return (
    <div class="search">
      <div class="ti-field">
        <label for={label}>{text.member.findLabel}</label>
        <div class="search-box">
          <Icon name={search.isSlow ? "run" : "search"} class={search.isSlow ? "ti-spin" : undefined} />
          <input
            id={label}
            ref={box}
            class="ti-input"
            type="search"
            autocomplete="off"
            spellcheck={false}
            maxLength={100}
            value={typed.value}
            data-testid="member-search"
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter") chooseOnly();
              if (event.key === "Escape") typed.value = "";
            }}
          />
          <span class="ti-key">F2</span>
        </div>
      </div>
      <FaultNote fault={search.fault} />
      {onCase ? <FoundCases cases={cases} onChoose={onCase} /> : null}
      {shown === undefined ? null : shown.length === 0 ? (
        <p class="none" data-testid="member-none">
          <Icon name="id" size="large" />
          {text.member.none}
        </p>
      ) : (
        <ul class="results" aria-label={text.member.found(shown.length)} onKeyDown={moveInList}>
          {shown.map((member) => (
            <MemberRow key={`${member.memberId} ${member.memberNo}`} member={member} onChoose={onChoose} />
          ))}
        </ul>
      )}
      {answer ? (
        <DataAge heardAt={answer.heardAt} isAway={answer.ageMs > FRESH_MS} testid="search-age" />
      ) : null}
    </div>
  );
}

/** Arrows walk a list of buttons. */
export function moveInList(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  event.preventDefault();
}

function MemberRow({
  member,
  onChoose,
}: {
  readonly member: MemberView;
  readonly onChoose: (member: MemberView) => void;
}) {
  const { text, language } = useModel();
  const until = member.validUntil ? longDate(member.validUntil, language) : text.member.noEnd;
  return (
    <li>
      <button
        type="button"
        class="result"
        data-testid="member-result"
        data-member={member.memberNo}
        onClick={() => onChoose(member)}
      >
        <span class="ti-grow">
          <strong class="two-lines" title={member.fullName}>
            {member.fullName}
          </strong>
          <span class="ti-meta ti-cut">
            {member.memberNo} · {member.memberType ?? text.member.unknown}
          </span>
        </span>
        <span class="result-state">
          <MemberState member={member} />
          <span class="ti-meta">{until}</span>
        </span>
        <Icon name="right" size="small" />
      </button>
    </li>
  );
}

/** What decides whether a card may be made now. */
export function MemberState({ member }: { readonly member: MemberView }) {
  const { text } = useModel();
  if (member.openCase) return <Badge tone="run" icon="run" text={text.member.open} />;
  if (member.status !== "active")
    return <Badge tone="bad" icon="block" text={text.member.statuses[member.status]} />;
  if (!member.isValidToday) return <Badge tone="warn" icon="alert" text={text.member.ended} />;
  return <Badge tone="ok" icon="check" text={text.member.statuses.active} />;
}
