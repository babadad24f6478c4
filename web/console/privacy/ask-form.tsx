import { useSignal } from "@preact/signals";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { TextInput } from "../ui/text-input.tsx";
import { type Foreseen, useForesight } from "./use-privacy.ts";

/** Whose data it is about. Nothing is erased from here. */
export function AskForm({ onForeseen }: { readonly onForeseen: (foreseen: Foreseen) => void }) {
  const { text } = useModel();
  const words = text.privacy.ask;
  const number = useSignal("");
  const looking = useAction();
  const foresee = useForesight();
  const memberNo = number.value.trim();
  return (
    <form
      class="ti-panel ti-pad privacy-ask"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (memberNo !== "") looking.run(async () => onForeseen(await foresee(memberNo)));
      }}
    >
      <h2>{words.title}</h2>
      <p>{words.first}</p>
      <TextInput
        label={words.number}
        value={number.value}
        hint={words.hint}
        maxLength={50}
        testid="erase-number"
        onInput={(next) => {
          number.value = next;
        }}
      />
      <FaultNote fault={looking.fault} />
      <button
        type="submit"
        class="ti-btn ti-btn-go"
        disabled={memberNo === ""}
        aria-busy={looking.isBusy}
        data-testid="erase-foresee"
      >
        {words.go}
      </button>
    </form>
  );
}
