import { useSignal } from "@preact/signals";
import { MemberSearch } from "../../../desk/member-search.tsx";
import { useModel } from "../../../state/model.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { optionsOf } from "../../../ui/select-field.tsx";
import { useDesigning } from "../designing.ts";
import { BarChoice } from "./bar-choice.tsx";

/** No sample has this name. */
const MEMBER = "member";
const ANOTHER = "another";

/** On whom the card is shown: somebody invented, or a member who is looked for in INLISLite. */
export function ShownOnChoice() {
  const { text } = useModel();
  const { view } = useDesigning();
  const { designer } = text;
  const isSearching = useSignal(false);
  const whom = view.shownOn.value;
  const shut = (): void => {
    isSearching.value = false;
  };
  return (
    <>
      <BarChoice
        // After a search that was given up, the list must fall back to who is shown still.
        key={`${isSearching.value}`}
        label={designer.sample}
        value={typeof whom === "string" ? whom : MEMBER}
        testid="sample"
        onChange={(value) => {
          const chosen = optionsOf(designer.samples).find(([sample]) => sample === value);
          if (chosen) view.shownOn.value = chosen[0];
          else isSearching.value = value === ANOTHER;
        }}
      >
        {optionsOf(designer.samples).map(([sample, words]) => (
          <option key={sample} value={sample}>
            {words}
          </option>
        ))}
        {typeof whom === "string" ? null : <option value={MEMBER}>{whom.fullName.slice(0, 30)}</option>}
        <option value={ANOTHER}>{designer.findMember}</option>
      </BarChoice>
      {isSearching.value ? (
        <Dialog
          title={designer.findMember}
          lead={designer.findMemberLead}
          onClose={shut}
          testid="shown-on-dialog"
        >
          <div class="dialog-body">
            <MemberSearch
              onChoose={(member) => {
                view.shownOn.value = member;
                shut();
              }}
            />
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
