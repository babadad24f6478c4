import { useSignal } from "@preact/signals";
import type { Result } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Permitted } from "../ui/permitted.tsx";
import { TextInput } from "../ui/text-input.tsx";
import { ErasureNotes } from "./erasure-notes.tsx";
import { Forecast } from "./forecast.tsx";
import type { Foreseen } from "./use-privacy.ts";

/** Enough of a number to know it again, and too little to know anybody by. */
const SHOWN = 3;

/** Whose data goes, what goes and what stays, and a word that is typed before it does. */
export function EraseDialog({
  foreseen,
  isAlone,
  onDone,
  onClose,
}: {
  readonly foreseen: Foreseen;
  readonly isAlone: boolean;
  readonly onDone: (erased: Result<"member.erase">) => void;
  readonly onClose: () => void;
}) {
  const { text, connection } = useModel();
  const words = text.privacy.sure;
  const typed = useSignal("");
  const erasing = useAction();
  const { memberNo, forecast, members } = foreseen;
  const isTyped = typed.value.trim().toLowerCase() === words.word;
  const erase = (event: Event): void => {
    event.preventDefault();
    if (isTyped) erasing.run(async () => onDone(await connection.call("member.erase", { memberNo })));
  };
  const who = members.map(({ fullName }) => fullName);
  return (
    <Dialog
      title={isAlone ? words.titleAlone : words.title}
      lead={[...who, words.endsWith(memberNo.slice(-SHOWN))].join(" · ")}
      onClose={onClose}
      testid="erase-member-dialog"
    >
      <form class="dialog-body privacy-sure" autocomplete="off" onSubmit={erase}>
        <ErasureNotes foreseen={foreseen} isAlone={isAlone} />
        {forecast.isUnderWay ? null : (
          <>
            <Forecast forecast={forecast} isAlone={isAlone} />
            <TextInput
              label={words.type(words.word)}
              value={typed.value}
              hint={words.once}
              maxLength={20}
              testid="erase-word"
              onInput={(next) => {
                typed.value = next;
              }}
            />
          </>
        )}
        <FaultNote fault={erasing.fault} />
        <Permitted to="member.erase">
          <DialogFoot
            submit={words.go}
            isBlocked={!isTyped || forecast.isUnderWay}
            isBusy={erasing.isBusy}
            onBack={onClose}
            testid="erase-member-go"
          />
        </Permitted>
      </form>
    </Dialog>
  );
}
