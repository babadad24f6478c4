import type { PairingView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";

/** Pages of other origins that use this desk, or ask to. */
export function Pairings() {
  const { text, desk } = useModel();
  const pairings = desk.pairings.value.toSorted((a, b) => b.state.localeCompare(a.state));
  return (
    <section class="ti-panel pairings" aria-label={text.pairing.title} data-testid="pairings">
      <h3>{text.pairing.title}</h3>
      {pairings.length === 0 ? (
        <p class="ti-meta">{text.pairing.none}</p>
      ) : (
        <ul>
          {pairings.map((pairing) => (
            <Pairing key={`${pairing.origin} ${pairing.code ?? ""}`} pairing={pairing} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Pairing({ pairing }: { readonly pairing: PairingView }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const acting = useAction();
  const { origin, code, since } = pairing;
  const isWaiting = pairing.state === "waiting" && code !== null;

  const refresh = async (): Promise<void> => {
    desk.pairings.value = (await connection.call("pairing.list", {})).pairings;
  };
  const approve = (given: string): void =>
    acting.run(async () => {
      await connection.call("pairing.approve", { code: given });
      await refresh();
    });
  const revoke = (): void =>
    acting.run(async () => {
      await connection.call("pairing.revoke", { origin });
      await refresh();
    });

  return (
    <li class={isWaiting ? "asking" : undefined} data-testid="pairing" data-state={pairing.state}>
      <Icon name="page" />
      <span class="ti-grow">
        <strong class="ti-cut" title={origin}>
          {isWaiting ? text.pairing.asks(origin, desk.facts.value?.deskTitle ?? "") : origin}
        </strong>
        <span class="ti-meta">
          {isWaiting ? text.pairing.code : text.pairing.granted(model.clock(since))}
        </span>
        <FaultNote fault={acting.fault} />
      </span>
      {isWaiting ? (
        <>
          <span class="code">{code}</span>
          <button type="button" class="ti-btn" onClick={revoke}>
            {text.pairing.refuse}
          </button>
          <button
            type="button"
            class="ti-btn ti-btn-go"
            data-testid="pairing-approve"
            onClick={() => approve(code)}
          >
            {text.pairing.approve}
          </button>
        </>
      ) : (
        <button type="button" class="ti-btn" data-testid="pairing-revoke" onClick={revoke}>
          {text.pairing.revoke}
        </button>
      )}
    </li>
  );
}
