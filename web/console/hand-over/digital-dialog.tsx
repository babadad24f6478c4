import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FaultNote } from "../ui/fault-note.tsx";
import { Icon } from "../ui/icons.tsx";
import { Note } from "../ui/note.tsx";
import { Picture } from "../ui/picture.tsx";
import { Tick } from "../ui/tick.tsx";
import { useDigitalCard } from "./digital-card.ts";
import { DigitalFiles } from "./digital-files.tsx";

/** As the protocol takes an address; the mail server has the last word. */
const EMAIL = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/;

/** The card for a phone: seen, then sent by whoever sits here, or by the office's mail server. */
export function DigitalDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const { digital } = text;
  const { card, fault } = useDigitalCard(view.case);
  const phone = useSignal("");
  const email = useSignal("");
  const ends = useSignal(true);
  const opened = useSignal<"whatsapp" | "mailto" | undefined>(undefined);
  const isNoMobile = useSignal(false);
  const acting = useAction();
  // One key for one letter: a second press after a lost answer must not send it again.
  const letter = useRef({ email: "", key: crypto.randomUUID() });
  const [phoneField, emailField] = [useId(), useId()];

  const typedPhone = phone.value.trim();
  const typedEmail = email.value.trim();
  const hasEmail = EMAIL.test(typedEmail);
  const to = {
    ...{ case: view.case },
    ...(typedPhone.length >= 5 && { phone: typedPhone }),
    ...(hasEmail && { email: typedEmail }),
  };
  const open = (how: "whatsapp" | "mailto"): void =>
    acting.run(async () => {
      const links = await connection.call("digitalCard.links", to);
      const address = links[how];
      isNoMobile.value = how === "whatsapp" && address === null;
      if (address === null) return;
      window.open(address, "_blank", "noopener");
      opened.value = how;
    });
  const tell = (how: "whatsapp" | "mailto" | "file"): void =>
    acting.run(async () => {
      desk.putCase(await connection.call("digitalCard.told", { ...to, how, endsCase: ends.value }));
      onClose();
    });
  const send = (): void =>
    acting.run(async () => {
      if (letter.current.email !== typedEmail)
        letter.current = { email: typedEmail, key: crypto.randomUUID() };
      const params = { case: view.case, email: typedEmail, endsCase: ends.value };
      desk.putCase(await connection.call("digitalCard.send", { ...params, requestKey: letter.current.key }));
      onClose();
    });

  const known = card?.facts.phone;
  return (
    <Dialog title={digital.title} lead={digital.lead} onClose={onClose} wide testid="digital-dialog">
      <div class="dialog-body digital">
        <div class="digital-picture">
          {card ? (
            <Picture bytes={card.png} label={digital.preview} testid="digital-preview" />
          ) : (
            <p class="ti-meta" role="status">
              {fault ? "" : digital.loading}
            </p>
          )}
          <FaultNote fault={fault} />
        </div>
        <div class="digital-ways">
          {card ? <DigitalFiles caseId={view.case} card={card} /> : null}
          <div class="digital-way">
            <div class="ti-field ti-grow">
              <label for={phoneField}>{digital.phone}</label>
              <input
                id={phoneField}
                class="ti-input"
                type="tel"
                autocomplete="off"
                maxLength={40}
                data-testid="digital-phone"
                placeholder={
                  known?.standing === "mobile" ? digital.phoneHint(known.masked) : digital.phoneNone
                }
                value={phone.value}
                onInput={(event) => {
                  phone.value = event.currentTarget.value;
                  isNoMobile.value = false;
                }}
              />
            </div>
            <button
              type="button"
              class="ti-btn"
              data-testid="digital-whatsapp"
              disabled={!card}
              onClick={() => open("whatsapp")}
            >
              <Icon name="phone" />
              {digital.openWhatsapp}
            </button>
          </div>
          {isNoMobile.value ? <Note tone="warn" title={digital.noWhatsapp} /> : null}
          <div class="digital-way">
            <div class="ti-field ti-grow">
              <label for={emailField}>{digital.email}</label>
              <input
                id={emailField}
                class="ti-input"
                type="email"
                autocomplete="off"
                maxLength={254}
                data-testid="digital-email"
                value={email.value}
                onInput={(event) => {
                  email.value = event.currentTarget.value;
                }}
              />
            </div>
            {card?.facts.canMail ? (
              <button
                type="button"
                class="ti-btn"
                data-testid="digital-send"
                aria-busy={acting.isBusy}
                disabled={!hasEmail || acting.isBusy}
                onClick={send}
              >
                <Icon name={acting.isSlow ? "run" : "arrow"} class={acting.isSlow ? "ti-spin" : undefined} />
                {digital.sendMail}
              </button>
            ) : (
              <button
                type="button"
                class="ti-btn"
                data-testid="digital-mailto"
                disabled={!hasEmail || !card}
                onClick={() => open("mailto")}
              >
                <Icon name="page" />
                {digital.openMail}
              </button>
            )}
          </div>
          <Tick
            isOn={ends.value}
            onChange={(isOn) => {
              ends.value = isOn;
            }}
            testid="digital-ends"
          >
            {digital.ends}
          </Tick>
          <FaultNote fault={acting.fault} />
          {opened.value ? <p class="ti-meta">{digital.attachHint}</p> : null}
          <div class="dialog-foot">
            <button
              type="button"
              class="ti-btn ti-btn-big"
              data-testid="digital-file"
              onClick={() => tell("file")}
            >
              {digital.toldFile}
            </button>
            {opened.value ? (
              <button
                type="button"
                class="ti-btn ti-btn-go ti-btn-big"
                data-main
                data-testid="digital-told"
                onClick={() => opened.value && tell(opened.value)}
              >
                {digital.told[opened.value]}
              </button>
            ) : null}
          </div>
        </div>
      </div>
    </Dialog>
  );
}
