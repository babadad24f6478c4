import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import type { SyncView, WaitingView } from "../../../src/bridge/protocol/member-shapes.ts";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { hintTone } from "../../members/say-hint.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { DataAge } from "./data-age.tsx";
import { moveInList } from "./member-search.tsx";
import type { Preset } from "./start-form.tsx";
import { sinceText } from "./waiting-since.ts";

/** As many as somebody reads before searching instead. */
const LIMIT = 50;
/** What a line has room for; all of them stand above the start button. */
const MOST_HINTS = 2;

/** The reason somebody waits says what is asked for, and how. */
const PRESETS: Readonly<Record<WaitingView["reason"], Preset>> = {
  online: { kind: "new", channel: "online" },
  renewed: { kind: "renewal", channel: "in-person" },
  new: { kind: "new", channel: "in-person" },
};

/** Menunggu kartu: whom INLISLite knows and who has no card yet. A click, and the service can start. */
export function WaitingList({
  onChoose,
}: {
  readonly onChoose: (member: MemberView, preset: Preset) => void;
}) {
  const model = useModel();
  const { text, desk } = model;
  const found = useWaiting();
  const sync = desk.sync.value;
  // A site that keeps no copy of members has no such list.
  if (!sync || sync.phase === "off") return null;
  const hasList = sync.phase !== "loading" && sync.heardAt !== null && found !== undefined;
  return (
    <section class="ti-panel waiting" aria-label={text.waiting.title} data-testid="waiting">
      <div class="ti-head">
        <h3>{text.waiting.title}</h3>
        {hasList && found.total > 0 ? (
          <span class="ti-meta">{text.waiting.count(model.count(found.total))}</span>
        ) : null}
      </div>
      {!hasList ? (
        <NotYet sync={sync} />
      ) : found.waiting.length === 0 ? (
        <div class="empty">
          <Icon name="check" size="large" />
          <div>
            <strong>{text.waiting.none}</strong>
            <span class="ti-meta">{text.waiting.noneHint}</span>
          </div>
        </div>
      ) : (
        <ul onKeyDown={moveInList}>
          {found.waiting.map((one) => (
            <Waiting key={one.member.memberId} one={one} onChoose={onChoose} />
          ))}
          {found.total > found.waiting.length ? (
            <li class="waiting-more ti-meta">
              {text.waiting.more(model.count(found.total - found.waiting.length))}
            </li>
          ) : null}
        </ul>
      )}
      {hasList && sync.heardAt !== null ? (
        <DataAge heardAt={sync.heardAt} isAway={sync.phase === "away"} testid="waiting-age" />
      ) : null}
    </section>
  );
}

/** Undefined until the daemon has answered; the last answer stays while it is away. */
function useWaiting(): Result<"members.waiting"> | undefined {
  const { connection, desk } = useModel();
  const found = useSignal<Result<"members.waiting"> | undefined>(undefined);
  const isOpen = connection.link.value === "open";
  const phase = desk.sync.value?.phase;
  useEffect(() => {
    if (!isOpen || phase === undefined || phase === "off") return;
    const cancel = new AbortController();
    const read = (): void =>
      void connection
        .call("members.waiting", { limit: LIMIT }, { signal: cancel.signal })
        .then((answer) => {
          found.value = answer;
        })
        .catch(() => undefined);
    read();
    const listening = connection.on("waiting.changed", read);
    return () => {
      cancel.abort();
      listening[Symbol.dispose]();
    };
  }, [isOpen, phase]);
  return found.value;
}

/** No list can be had yet: how far the reading is, or what it waits for. */
function NotYet({ sync }: { readonly sync: SyncView }) {
  const model = useModel();
  const { text } = model;
  if (sync.phase === "away" || sync.code !== null)
    return (
      <div class="empty">
        <Icon name="cloudoff" size="large" />
        <div>
          <strong>{text.waiting.firstAway}</strong>
          <span class="ti-meta">{text.waiting.firstAwayMend}</span>
        </div>
      </div>
    );
  const percent = Math.floor((sync.loadedShare ?? 0) * 100);
  return (
    <div class="waiting-load">
      <p>{text.waiting.loading}</p>
      <div class="ti-bar" role="progressbar" aria-valuenow={percent} aria-label={text.waiting.loading}>
        <i style={{ width: `${percent}%` }} />
      </div>
      <span class="ti-meta">{text.waiting.loaded(model.count(sync.members), percent)}</span>
    </div>
  );
}

function Waiting({
  one,
  onChoose,
}: {
  readonly one: WaitingView;
  readonly onChoose: (member: MemberView, preset: Preset) => void;
}) {
  const model = useModel();
  const { text } = model;
  const { member, reason, since } = one;
  const hints = member.hints.filter((hint) => hintTone(hint) !== "idle").slice(0, MOST_HINTS);
  const words = {
    today: text.waiting.today,
    moment: (at: Date) => model.moment(at),
    day: (at: Date) => model.day(at),
  };
  return (
    <li>
      <button
        type="button"
        data-testid="waiting-item"
        data-member={member.memberNo}
        onClick={() => onChoose(member, PRESETS[reason])}
      >
        <span class="ti-grow">
          <strong class="ti-cut" title={member.fullName}>
            {member.fullName}
          </strong>
          <span class="ti-meta ti-cut">
            {text.waiting.reasons[reason]},{" "}
            {text.waiting.since(sinceText(new Date(since), new Date(), words))}
          </span>
          {hints.length > 0 ? (
            <span class={`waiting-hint ti-meta ti-t-${hints.some(isBad) ? "bad" : "warn"}`}>
              <Icon name="alert" size="small" />
              {hints.map((hint) => text.hints[hint].short).join(", ")}
            </span>
          ) : null}
        </span>
        <Icon name="right" size="small" />
      </button>
    </li>
  );
}

const isBad = (hint: MemberView["hints"][number]): boolean => hintTone(hint) === "bad";
