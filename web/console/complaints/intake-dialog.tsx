import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type {
  ComplaintChannel,
  ComplaintOffer,
  ComplaintSubject,
  ComplaintView,
} from "../../../src/bridge/protocol/complaint-shapes.ts";
import { LONGEST_COMPLAINT, LONGEST_NAME } from "../../../src/bridge/protocol/limits.ts";
import { fromLocalField, toLocalField } from "../format/zone.ts";
import { type ConsoleModel, useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { DialogFoot } from "../ui/dialog-foot.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { optionsOf, SelectField } from "../ui/select-field.tsx";
import { TextInput } from "../ui/text-input.tsx";
import { TimeField } from "../ui/time-field.tsx";
import { SaidField } from "./said-field.tsx";

/** A complaint being written down. What is typed here goes to the vault and nowhere else. */
export function IntakeDialog({
  offer,
  onWritten,
  onClose,
}: {
  readonly offer: ComplaintOffer;
  readonly onWritten: (view: ComplaintView) => void;
  readonly onClose: () => void;
}) {
  const model = useModel();
  const { text, connection, desk, timeZone } = model;
  const words = text.complaints.intake;
  /** Chosen once: a press that is repeated after a lost answer writes nothing twice. */
  const complaint = useRef(crypto.randomUUID()).current;
  const standard = useSignal(standardOf(offer));
  const channel = useSignal<ComplaintChannel>(channelsOf(offer, standard.value, model)[0] ?? "in-person");
  const subject = useSignal<ComplaintSubject>("waiting-time");
  const said = useSignal("");
  const name = useSignal("");
  const contact = useSignal("");
  const about = useSignal("");
  const opened = useRef(toLocalField(new Date(), timeZone)).current;
  const received = useSignal(opened);
  const writing = useAction();
  const field = useId();

  const came = received.value === opened ? undefined : fromLocalField(received.value, timeZone);
  const isTimed = received.value === opened || (came !== undefined && came <= new Date());
  const isReady = said.value.trim() !== "" && said.value.trim().length <= LONGEST_COMPLAINT && isTimed;
  const cases: readonly (readonly [string, string])[] = [
    ["", words.noCase],
    ...desk.open.value.map((view) => [view.case, words.ticket(view.ticket ?? "–")] as const),
  ];

  const write = (event: Event): void => {
    event.preventDefault();
    if (!isReady) return;
    writing.run(async () => {
      const view = await connection.call("complaint.receive", {
        ...{ complaint, channel: channel.value, subject: subject.value, standard: standard.value },
        text: said.value.trim(),
        ...(name.value.trim() ? { name: name.value.trim() } : {}),
        ...(contact.value.trim() ? { contact: contact.value.trim() } : {}),
        ...(about.value ? { case: about.value } : {}),
        ...(came ? { receivedAt: came.toISOString() } : {}),
      });
      onWritten(view);
    });
  };

  return (
    <Dialog title={words.title} onClose={onClose} testid="intake-dialog">
      <form class="dialog-body complaint-intake" onSubmit={write}>
        <div class="duo">
          <SelectField
            label={words.channel}
            value={channel.value}
            options={optionsOf(text.complaints.channels)}
            onChange={(value) => (channel.value = value)}
            testid="complaint-channel"
          />
          <SelectField
            label={words.subject}
            value={subject.value}
            options={optionsOf(text.complaints.subjects)}
            onChange={(value) => (subject.value = value)}
            testid="complaint-subject"
          />
        </div>
        <SaidField
          label={words.text}
          hint={words.textHint}
          value={said.value}
          onInput={(value) => (said.value = value)}
          testid="complaint-text"
          isFirst
        />
        <div class="duo">
          <TextInput
            label={words.name}
            placeholder={words.optional}
            maxLength={LONGEST_NAME}
            value={name.value}
            onInput={(value) => (name.value = value)}
            testid="complaint-name"
          />
          <TextInput
            label={words.contact}
            placeholder={words.optional}
            maxLength={LONGEST_NAME}
            value={contact.value}
            onInput={(value) => (contact.value = value)}
            testid="complaint-contact"
          />
        </div>
        <div class="duo">
          <TimeField
            id={`${field}-received`}
            label={words.received}
            value={received.value}
            onInput={(value) => (received.value = value)}
            error={isTimed ? undefined : words.receivedWrong}
          />
          <SelectField
            label={words.case}
            value={about.value}
            options={cases}
            onChange={(value) => (about.value = value)}
            testid="complaint-case"
          />
        </div>
        <SelectField
          label={words.standard}
          value={standard.value}
          options={offer.standards.map(
            ({ id, title, institution }) => [id, `${institution}: ${title}`] as const,
          )}
          onChange={(value) => (standard.value = value)}
          testid="complaint-standard"
        />
        <Contacts offer={offer} standard={standard.value} />
        <FaultNote fault={writing.fault} />
        <DialogFoot
          submit={words.save}
          isBusy={writing.isBusy}
          isBlocked={!isReady}
          onBack={onClose}
          testid="complaint-save"
        />
      </form>
    </Dialog>
  );
}

/** Where the document itself lets people complain, word for word. */
function Contacts({ offer, standard }: { readonly offer: ComplaintOffer; readonly standard: string }) {
  const words = useModel().text.complaints.intake;
  const contacts = (offer.standards.find(({ id }) => id === standard)?.contacts ?? []).flatMap(
    ({ value }) => value ?? [],
  );
  return (
    <p class="ti-meta" data-testid="complaint-contacts">
      {contacts.length === 0 ? words.contactsNone : `${words.contacts}: ${contacts.join(" · ")}`}
    </p>
  );
}

const standardOf = ({ standard, standards }: ComplaintOffer): string =>
  standards.some(({ id }) => id === standard) ? standard : (standards[0]?.id ?? standard);

/** The document's own ways first; a published address is where letters go. */
function channelsOf(
  { standards }: ComplaintOffer,
  standard: string,
  { text }: ConsoleModel,
): readonly ComplaintChannel[] {
  const known = Object.keys(text.complaints.channels) as ComplaintChannel[];
  const own = standards.find(({ id }) => id === standard)?.contacts ?? [];
  return own.flatMap(({ type }) => known.find((one) => one === (type === "address" ? "letter" : type)) ?? []);
}
