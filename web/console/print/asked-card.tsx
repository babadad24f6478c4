import type { QueuedCard } from "../../../src/bridge/protocol/queue-shapes.ts";
import type { ReprintReason } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { CardName } from "./card-name.tsx";

/** A card that only a person can say something about: whether it came out, or that it is to be printed again. */
export function AskedCard({ card }: { readonly card: QueuedCard }) {
  const { text, connection } = useModel();
  const words = text.printQueue;
  const telling = useAction();
  const failure = card.failure === null ? undefined : (text.failures[card.failure] ?? text.unknownFailure);
  const reject = (reason: ReprintReason): void =>
    telling.run(async () => void (await connection.call("job.reject", { job: card.job, reason })));
  return (
    <div class="queue-asked ti-note ti-warn" data-testid="queue-asked" data-state={card.state}>
      <Icon name="alert" />
      <CardName card={card} />
      <span class="ti-grow">
        <strong>{card.asks === "came-out" ? words.cameOut : words.notPrinted}</strong>{" "}
        {failure ?? (card.asks === "came-out" ? words.unproved : "")}
      </span>
      {card.asks === "came-out" ? (
        <>
          <button
            type="button"
            class="ti-btn"
            data-testid="asked-yes"
            onClick={() =>
              telling.run(async () => void (await connection.call("job.confirm", { job: card.job })))
            }
          >
            <Icon name="check" />
            {words.yes}
          </button>
          <button
            type="button"
            class="ti-btn"
            data-testid="asked-no"
            onClick={() => reject("did-not-come-out")}
          >
            {words.no}
          </button>
          <button type="button" class="ti-btn" data-testid="asked-spoiled" onClick={() => reject("spoiled")}>
            {words.spoiled}
          </button>
        </>
      ) : null}
      <FaultNote fault={telling.fault} />
    </div>
  );
}
