import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { Choice } from "../ui/choice.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { Tick } from "../ui/tick.tsx";
import { CollectorFields } from "./collector-fields.tsx";
import { type HandoverDraft, IDENTITIES } from "./draft.ts";

type Facts = Result<"handover.facts"> | "away" | undefined;
type Change = (part: Partial<HandoverDraft>) => void;

/** What is looked at before the card changes hands: who stands here, the telephone, and a guardian's word. */
export function HandoverChecks({
  draft,
  facts,
  onChange,
}: {
  readonly draft: HandoverDraft;
  readonly facts: Facts;
  readonly onChange: Change;
}) {
  const { text } = useModel();
  const { handover } = text;
  const isMinor = typeof facts === "object" && facts.isMinor === true;
  return (
    <div class="handover-checks">
      <Choice
        label={draft.collector ? handover.identityOfCollector : handover.identity}
        name="identity"
        options={IDENTITIES.map((key) => [key, handover.identities[key]] as const)}
        value={draft.identity}
        onChange={(identity) => onChange({ identity })}
      />
      <Phone facts={facts} isOk={draft.isPhoneOk} onChange={(isPhoneOk) => onChange({ isPhoneOk })} />
      {isMinor ? (
        <Tick isOn={draft.hasConsent} onChange={(hasConsent) => onChange({ hasConsent })} testid="consent">
          {handover.consent}
        </Tick>
      ) : null}
      <CollectorPart draft={draft} onChange={onChange} />
    </div>
  );
}

function Phone({
  facts,
  isOk,
  onChange,
}: {
  readonly facts: Facts;
  readonly isOk: boolean;
  readonly onChange: (isOk: boolean) => void;
}) {
  const { text } = useModel();
  const { handover } = text;
  if (facts === "away") return <Note tone="warn" title={handover.phoneAway} />;
  if (facts?.phone === null) return <Note tone="idle" title={handover.phoneNone} />;
  if (facts?.phone.standing === "unreadable")
    return (
      <Note
        tone="warn"
        title={handover.phoneUnreadable(facts.phone.masked)}
        text={handover.phoneMend}
        testid="phone-unreadable"
      />
    );
  return (
    <Tick class="phone" isOn={isOk} onChange={onChange} testid="phone-confirmed">
      <strong>{facts?.phone.masked ?? " "}</strong>
      <span class="ti-meta">{handover.phoneOk}</span>
    </Tick>
  );
}

/** Somebody else takes the card: who, and what they are to the member. */
function CollectorPart({ draft, onChange }: { readonly draft: HandoverDraft; readonly onChange: Change }) {
  const { text } = useModel();
  const { handover } = text;
  const { collector } = draft;
  if (!collector)
    return (
      <button
        type="button"
        class="ti-btn ti-btn-left"
        data-testid="collector-other"
        onClick={() => onChange({ collector: { relation: "guardian", name: "" }, identity: undefined })}
      >
        <Icon name="user" />
        {handover.other}
      </button>
    );
  return (
    <div class="collector" data-testid="collector">
      <CollectorFields value={collector} onChange={(value) => onChange({ collector: value })} />
      <button
        type="button"
        class="ti-btn ti-btn-quiet square"
        aria-label={handover.memberCame}
        title={handover.memberCame}
        data-testid="collector-none"
        onClick={() => onChange({ collector: undefined, identity: undefined })}
      >
        <Icon name="x" />
      </button>
    </div>
  );
}
