import { useSignal } from "@preact/signals";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";

/** How the card was given, for whoever asks afterwards. A name is fetched only when it is wanted. */
export function Given({ view }: { readonly view: CaseView }) {
  const { text } = useModel();
  const { handover: given } = view;
  if (!given) return null;
  const { handover } = text;
  return (
    <div class="given" data-testid="given">
      <h3>{handover.given}</h3>
      <ul>
        <Line
          icon={given.identity ? "check" : "minus"}
          words={given.identity ? handover.seen(handover.identities[given.identity]) : handover.seenNone}
        />
        <Line
          icon={given.phoneConfirmed ? "check" : "minus"}
          words={given.phoneConfirmed ? handover.phoneSeen : handover.phoneUnseen}
        />
        {given.hasConsent ? <Line icon="check" words={handover.consentSeen} /> : null}
        <Line
          icon={given.signature === "drawn" ? "pen" : "sheet"}
          words={given.signature === "drawn" ? handover.signedDrawn : handover.signedPaper}
        />
        {given.relation ? (
          <>
            <Line icon="user" words={handover.takenBy(handover.relations[given.relation])} />
            <CollectorName view={view} />
          </>
        ) : null}
      </ul>
    </div>
  );
}

function Line({ icon, words }: { readonly icon: IconName; readonly words: string }) {
  return (
    <li>
      <Icon name={icon} size="small" />
      {words}
    </li>
  );
}

function CollectorName({ view }: { readonly view: CaseView }) {
  const { text, connection } = useModel();
  const name = useSignal<string | undefined>(undefined);
  const asking = useAction();
  if (name.value !== undefined)
    return (
      <li data-testid="given-name">
        <Icon name="id" size="small" />
        <strong>{name.value}</strong>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        class="ti-btn"
        data-testid="given-show-name"
        onClick={() =>
          asking.run(async () => {
            name.value = (await connection.call("case.collector", { case: view.case })).name ?? "–";
          })
        }
      >
        {text.handover.showName}
      </button>
      <FaultNote fault={asking.fault} />
    </li>
  );
}
