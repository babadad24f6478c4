import { useModel } from "../state/model.ts";
import { optionsOf, SelectField } from "../ui/select-field.tsx";
import { TextInput } from "../ui/text-input.tsx";
import type { SetupDraft } from "./draft.ts";

/** Which desk this is. */
export function DeskStep({ draft }: { readonly draft: SetupDraft }) {
  const words = useModel().text.setup.desk;
  const { deskId, deskTitle, timeZone } = draft.typed.value;
  const zones = optionsOf(words.zones);
  const isOther = zones.every(([zone]) => zone !== timeZone);
  return (
    <form class="setup-form" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label={words.name}
        value={deskTitle}
        onInput={(value) => draft.put({ deskTitle: value.slice(0, 80) })}
        testid="setup-desk-title"
      />
      <TextInput
        label={words.id}
        hint={words.idHint}
        value={deskId}
        onInput={(value) =>
          draft.put({
            deskId: value
              .toLowerCase()
              .replace(/[^a-z0-9-]/g, "")
              .slice(0, 40),
          })
        }
        testid="setup-desk-id"
      />
      <SelectField<string>
        label={words.zone}
        value={timeZone}
        options={isOther ? [...zones, [timeZone, timeZone]] : zones}
        onChange={(zone) => draft.put({ timeZone: zone })}
      />
    </form>
  );
}
