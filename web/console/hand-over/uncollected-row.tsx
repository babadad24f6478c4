import { useSignal } from "@preact/signals";
import type { Params, Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useAction } from "../ui/action.ts";
import { Badge } from "../ui/badge.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import type { WaitingCard } from "./use-waiting.ts";

type Outcome = Params<"handover.setAside">["outcome"];
const CLOSES = ["returned", "void"] as const;

/** One card: how long it lies here, how to reach its member, and what becomes of it. */
export function UncollectedRow({
  card,
  onLeave,
}: {
  readonly card: WaitingCard;
  readonly onLeave: () => void;
}) {
  const { text, connection } = useModel();
  const { uncollected } = text;
  const contact = useSignal<Result<"handover.contact"> | undefined>(undefined);
  const asked = useSignal<(typeof CLOSES)[number] | undefined>(undefined);
  const acting = useAction();
  const which = card.case !== null ? { case: card.case } : { job: card.job ?? "" };

  const reach = (): void =>
    acting.run(async () => {
      contact.value = await connection.call("handover.contact", { card: which });
    });
  const setAside = (outcome: Outcome): void =>
    acting.run(async () => {
      await connection.call("handover.setAside", { card: which, outcome });
    });

  return (
    <li data-testid="uncollected-card" data-case={card.case}>
      <div class="ti-grow">
        <strong class="two-lines">{card.member?.fullName ?? uncollected.unnamed}</strong>
        <span class="ti-meta">
          {card.ticket ? `${card.ticket}, ` : ""}
          {uncollected.days(card.days)}
        </span>
        {card.isHeld ? <Badge tone="idle" icon="box" text={uncollected.held} /> : null}
        {contact.value ? <Reached contact={contact.value} /> : null}
        <FaultNote fault={acting.fault} />
      </div>
      <div class="uncollected-acts">
        {card.case !== null ? (
          <a class="ti-btn" href={hashOf({ page: "desk", id: card.case })} onClick={onLeave}>
            {uncollected.open}
          </a>
        ) : null}
        <button type="button" class="ti-btn" data-testid="uncollected-reach" onClick={reach}>
          <Icon name="phone" />
          {uncollected.reach}
        </button>
        {card.job !== null ? (
          <button
            type="button"
            class="ti-btn"
            data-testid="uncollected-held"
            onClick={() => setAside("held")}
          >
            {uncollected.outcomes.held}
          </button>
        ) : null}
        {CLOSES.map((outcome) =>
          asked.value === outcome ? (
            <button
              key={outcome}
              type="button"
              class="ti-btn ti-btn-go"
              data-testid={`uncollected-${outcome}-sure`}
              onClick={() => setAside(outcome)}
            >
              {uncollected.sure[outcome]}
            </button>
          ) : (
            <button
              key={outcome}
              type="button"
              class="ti-btn"
              data-testid={`uncollected-${outcome}`}
              onClick={() => {
                asked.value = outcome;
              }}
            >
              {uncollected.outcomes[outcome]}
            </button>
          ),
        )}
      </div>
    </li>
  );
}

function Reached({ contact: { phone, whatsapp } }: { readonly contact: Result<"handover.contact"> }) {
  const { text } = useModel();
  const { uncollected } = text;
  if (!phone) return <p class="ti-meta">{uncollected.noPhone}</p>;
  return (
    <p class="reached" data-testid="uncollected-phone">
      <strong>{phone.masked}</strong>
      {whatsapp ? (
        <a
          class="ti-btn"
          href={whatsapp}
          target="_blank"
          rel="noopener noreferrer"
          data-testid="uncollected-whatsapp"
        >
          {uncollected.whatsapp}
        </a>
      ) : (
        <span class="ti-meta">{uncollected.landline}</span>
      )}
    </p>
  );
}
