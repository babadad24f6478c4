import type { PastErasure } from "../../../src/bridge/protocol/privacy-commands.ts";
import { useModel } from "../state/model.ts";
import { Badge } from "../ui/badge.tsx";

/** Wishes to be forgotten, by pseudonym, and how each of the library's desks stands to them. */
export function PastErasures({ erasures }: { readonly erasures: readonly PastErasure[] }) {
  const model = useModel();
  const words = model.text.privacy.past;
  return (
    <section class="ti-panel ti-pad privacy-past">
      <h2>{words.title}</h2>
      {erasures.length === 0 ? <p class="ti-meta">{words.none}</p> : null}
      <ul>
        {erasures.map(({ key, at, desk, by, desks }) => (
          <li key={`${key} ${at}`} data-testid="past-erasure">
            <strong>{words.at(model.moment(at), desk, by)}</strong>
            <span class="ti-meta">{words.key(key)}</span>
            <span class="privacy-desks">
              {desks.map(({ title, doneAt }) =>
                doneAt === null ? (
                  <Badge key={title} tone="warn" icon="clock" text={words.waits(title)} />
                ) : (
                  <Badge key={title} tone="ok" icon="check" text={words.done(title, model.moment(doneAt))} />
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
