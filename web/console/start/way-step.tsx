import { useSignal } from "@preact/signals";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Choice } from "../ui/choice.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextInput } from "../ui/text-input.tsx";
import { isSite, type SetupDraft } from "./draft.ts";
import { FindingList } from "./finding-list.tsx";

/** Where INLISLite is in the desk's browser, and how Titian gets onto its pages. */
export function WayStep({ draft }: { readonly draft: SetupDraft }) {
  const { text, connection } = useModel();
  const words = text.setup.way;
  const { siteUrl, usesProxy } = draft.typed.value;
  const looking = useAction();
  const seen = useSignal<Result<"setup.lookAtSite"> | undefined>(undefined);
  const look = (event: Event): void => {
    event.preventDefault();
    looking.run(async () => {
      seen.value = await connection.call("setup.lookAtSite", { url: siteUrl.trim() });
      if (seen.value.isSeen) draft.put({ usesProxy: seen.value.recommended === "proxy" || usesProxy });
    });
  };
  return (
    <div class="setup-columns">
      <form class="setup-form" onSubmit={look}>
        <TextInput
          label={words.url}
          value={siteUrl}
          hint="http://192.168.1.10/inlislite3/"
          onInput={(value) => draft.put({ siteUrl: value.slice(0, 500) })}
          testid="setup-site"
        />
        <button
          type="submit"
          class="ti-btn"
          disabled={!isSite(siteUrl)}
          aria-busy={looking.isBusy}
          data-testid="setup-look"
        >
          <Icon name={looking.isSlow ? "run" : "search"} class={looking.isSlow ? "ti-spin" : undefined} />
          {looking.isSlow ? words.looking : words.look}
        </button>
        <FaultNote fault={looking.fault} />
        <Choice
          label={words.how}
          name="way"
          options={[
            ["proxy", words.proxy],
            ["other", words.other],
          ]}
          value={usesProxy ? "proxy" : "other"}
          onChange={(way) => draft.put({ usesProxy: way === "proxy" })}
        />
        <p class="ti-meta">{usesProxy ? words.proxyHint(location.port) : words.otherHint}</p>
      </form>
      {seen.value ? (
        <section class="ti-panel ti-pad setup-results" aria-live="polite">
          <h3>{text.setup.database.results}</h3>
          <FindingList findings={seen.value.findings} isNamed />
        </section>
      ) : null}
    </div>
  );
}
