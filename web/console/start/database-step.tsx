import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { type Fault, faultOf } from "../connection.ts";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextInput } from "../ui/text-input.tsx";
import type { SetupDraft } from "./draft.ts";
import { FindingList } from "./finding-list.tsx";

/** After the last key, ms: a look at a server for each letter would be a flood. */
const QUIET_MS = 700;

export type Tried = Result<"setup.tryDatabase">;

/** Address, database and user of the server, and beside them what the server says to that. */
export function DatabaseStep({
  draft,
  tried,
}: {
  readonly draft: SetupDraft;
  readonly tried: Signal<Tried | undefined>;
}) {
  const words = useModel().text.setup.database;
  const { host, port, database, user } = draft.typed.value;
  return (
    <div class="setup-columns">
      <form class="setup-form" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          label={words.host}
          value={host}
          onInput={(value) => draft.put({ host: value })}
          testid="setup-host"
        />
        <div class="setup-duo">
          <TextInput
            label={words.name}
            value={database}
            onInput={(value) => draft.put({ database: value })}
            testid="setup-database"
          />
          <TextInput
            label={words.port}
            value={port}
            onInput={(value) => draft.put({ port: value.replace(/\D/g, "").slice(0, 5) })}
            testid="setup-port"
          />
        </div>
        <TextInput
          label={words.user}
          value={user}
          onInput={(value) => draft.put({ user: value })}
          testid="setup-user"
        />
        <TextInput
          label={draft.hasPassword ? `${words.password} (${words.kept})` : words.password}
          hint={words.keptHint}
          isSecret
          value={draft.password.value}
          onInput={(value) => draft.typePassword(value)}
          testid="setup-password"
        />
      </form>
      <Results draft={draft} tried={tried} />
    </div>
  );
}

function Results({
  draft,
  tried,
}: {
  readonly draft: SetupDraft;
  readonly tried: Signal<Tried | undefined>;
}) {
  const { text, connection, language } = useModel();
  const words = text.setup.database;
  const isTrying = useSignal(false);
  const fault = useSignal<Fault | undefined>(undefined);
  const { server } = draft;
  const isComplete = server.host !== "" && server.database !== "" && server.user !== "" && server.port > 0;
  useEffect(() => {
    if (!isComplete) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      isTrying.value = true;
      connection.call("setup.tryDatabase", server, { signal: asking.signal }).then(
        (answer) => {
          if (asking.signal.aborted) return;
          tried.value = answer;
          fault.value = undefined;
          isTrying.value = false;
        },
        (thrown: unknown) => {
          if (asking.signal.aborted) return;
          fault.value = faultOf(thrown);
          isTrying.value = false;
        },
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [JSON.stringify(server), isComplete, language]);

  return (
    <section class="ti-panel ti-pad setup-results" aria-live="polite" data-testid="setup-results">
      <h3>{words.results}</h3>
      <p class="ti-meta" data-testid="setup-trying">
        {isTrying.value ? (
          <>
            <Icon name="run" size="small" class="ti-spin" /> {words.trying}
          </>
        ) : (
          words.typing
        )}
      </p>
      <FaultNote fault={fault.value} />
      {tried.value ? (
        <>
          <FindingList findings={tried.value.findings} />
          <Grants
            lines={tried.value.grants}
            isOpen={tried.value.findings.some(({ outcome }) => outcome !== "ok")}
          />
        </>
      ) : null}
    </section>
  );
}

function Grants({ lines, isOpen }: { readonly lines: readonly string[]; readonly isOpen: boolean }) {
  const words = useModel().text.setup.database;
  const isCopied = useSignal(false);
  const all = lines.join("\n");
  return (
    <details class="setup-grants" open={isOpen} data-testid="setup-grants">
      <summary>{words.grants}</summary>
      <p class="ti-meta">{words.grantsLead}</p>
      <pre>{all}</pre>
      <button
        type="button"
        class="ti-btn"
        onClick={() => {
          navigator.clipboard.writeText(all).then(
            () => {
              isCopied.value = true;
            },
            () => undefined,
          );
        }}
      >
        {isCopied.value ? words.copied : words.copy}
      </button>
    </details>
  );
}
