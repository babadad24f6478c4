import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ChangeView } from "../../../src/bridge/protocol/standard-shapes.ts";
import type { Messages } from "../../messages/id.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { doubtWords } from "./doubt-words.ts";

/** What differs between two versions, in words. */
export function DiffDialog({
  id,
  from,
  to,
  onClose,
}: {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.standards;
  const asking = useAction();
  const changes = useSignal<readonly ChangeView[] | undefined>(undefined);
  useEffect(() => {
    asking.run(async () => {
      changes.value = (await connection.call("standard.diff", { id, from, to })).changes;
    });
  }, []);
  return (
    <Dialog title={words.diffTitle(from, to)} onClose={onClose} wide testid="diff-dialog">
      <div class="dialog-body diff">
        <FaultNote fault={asking.fault} />
        {changes.value?.length === 0 ? <p>{words.same}</p> : null}
        <ul>
          {(changes.value ?? []).map((change, index) => (
            <li key={index}>
              <Change change={change} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Change({ change: { field, of, before, after } }: { readonly change: ChangeView }) {
  const { text, language } = useModel();
  const words = text.standards;
  const say = (value: string): string => valueText(field, value, text, language);
  const about = of === null ? "" : ` · ${subjectText(field, of, text)}`;
  return (
    <>
      <strong>
        {words.fields[field]}
        {about}
      </strong>
      {before === null ? null : (
        <p class="diff-before">
          <span class="ti-vh">{words.was}</span> {say(before)}
        </p>
      )}
      {after === null ? null : (
        <p class="diff-after">
          <span class="ti-vh">{words.now}</span> {say(after)}
        </p>
      )}
    </>
  );
}

function subjectText(field: ChangeView["field"], of: string, text: Messages): string {
  if (field === "hours") return text.calendar.days[of as keyof Messages["calendar"]["days"]] ?? of;
  return field === "resolution" ? doubtWords(text, of).what : of;
}

/** Codes stand where the document has no words of its own. */
function valueText(field: ChangeView["field"], value: string, text: Messages, language: "id" | "en"): string {
  if (field.startsWith("effective") || field === "decree-date") return longDate(value, language);
  if (field === "issue") return doubtWords(text, value).what;
  if (field === "step-work") return text.steps[value as keyof Messages["steps"]]?.plank ?? value;
  const words: Readonly<Record<string, string>> = { ...text.standards.values, ...text.calendar.rules };
  return words[value] ?? value;
}
