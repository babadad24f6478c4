import { effect } from "@preact/signals";
import { faultOf } from "../../console/connection.ts";
import type { CompanionModel } from "../companion-model.ts";
import { stored } from "../drawer/delivery.ts";
import type { InlislitePage, PageForm } from "../pages/page.ts";
import { inBackground, safely } from "../safely.ts";
import { NewMember } from "./new-member.ts";
import { forgetForm, rememberForm, sentForm, wasRedirected } from "./sent-form.ts";

/** The steps that INLISLite's form is about. */
const AT_FORM: readonly (string | null)[] = [
  ...["intake", "form-paper", "form-electronic", "data-entry"],
  ...["report-number", "note-number", "data-entry-and-print"],
];

/** The case follows INLISLite's form: it begins with the first edit, and goes on once the form is saved. */
export class FormFollower {
  readonly #model: CompanionModel;
  readonly #newMember: NewMember;
  #subscriptions: Disposable[] = [];
  /** Asked while the form is filled in, so that it is known when the form is sent. */
  #afterId: string | null | undefined;
  #isBegun = false;
  #isFirstPage = true;

  constructor(model: CompanionModel) {
    this.#model = model;
    this.#newMember = new NewMember(model);
    // A form that was begun while Titian was away gets its case as soon as it is back.
    effect(() => {
      const isOpen = model.connection.link.value === "open" && model.desk.facts.value !== undefined;
      const page = model.page.peek();
      if (isOpen && page?.kind === "create" && safely(() => page.form?.isDirty())) this.#begin();
    });
  }

  turnTo(page: InlislitePage | undefined): void {
    for (const subscription of this.#subscriptions.splice(0)) safely(() => subscription[Symbol.dispose]());
    this.#isBegun = false;
    this.#afterId = undefined;
    if (this.#isFirstPage) this.#resume(page);
    this.#isFirstPage = false;
    const form = page?.form;
    if (!form) return;
    if (page.kind === "create") this.#followCreate(form);
    else if (page.kind === "edit") this.#followEdit(form);
  }

  #followCreate(form: PageForm): void {
    this.#subscriptions.push(
      form.onFirstEdit(() => safely(() => this.#begin())),
      form.onSubmit(({ fullName, phone }) =>
        safely(() => {
          const { shown, photoInForm } = this.#model;
          rememberForm({
            kind: "create",
            at: Date.now(),
            caseId: shown.peek()?.case,
            afterId: this.#afterId,
            fullName,
            phone,
            hasPhoto: photoInForm.peek() !== undefined,
          });
        }),
      ),
    );
  }

  #followEdit(form: PageForm): void {
    this.#subscriptions.push(
      form.onSubmit(() =>
        safely(() => {
          const memberId = this.#model.member.peek()?.memberId;
          if (memberId !== undefined) rememberForm({ kind: "edit", at: Date.now(), memberId });
        }),
      ),
      form.onSaved(() => safely(() => this.#saved())),
      form.onNotSaved((failure) =>
        safely(() => {
          forgetForm();
          const { drawer, follow } = this.#model.text;
          const { what } = drawer.failures[failure];
          this.#model.say({ tone: "bad", what, mend: follow.notSavedMend, testid: "not-saved" });
        }),
      ),
    );
  }

  /** The page that follows a form that was sent: it alone shows what came of it. */
  #resume(page: InlislitePage | undefined): void {
    const sent = sentForm();
    if (!sent) return;
    if (sent.kind === "create") inBackground(() => this.#newMember.look(sent, page));
    // A session that ends in that moment is redirected too, to a page that is none of the staff's.
    else if (page && wasRedirected()) this.#saved(sent.memberId);
    else forgetForm();
  }

  /** The clock of somebody new starts with the first letter. */
  #begin(): void {
    const { connection, desk } = this.#model;
    if (this.#isBegun || connection.link.peek() !== "open" || !desk.facts.peek()) return;
    this.#isBegun = true;
    inBackground(async () => {
      this.#afterId = (await connection.call("member.newest", {})).afterId;
    });
    if (this.#model.shown.peek()) return;
    inBackground(async () => {
      try {
        const view = await this.#model.openCase(null, "new");
        this.#model.work(view.case);
        const { opened: what } = this.#model.text.follow;
        this.#model.say({ tone: "ok", what, isPassing: true, testid: "case-opened" });
      } catch (thrown) {
        this.#model.sayFault(faultOf(thrown));
      }
    });
  }

  #saved(memberId = this.#model.member.peek()?.memberId): void {
    forgetForm();
    inBackground(async () => {
      const photo = this.#model.photoInForm.peek();
      if (photo) await stored(this.#model, photo);
      this.#model.photoInForm.value = undefined;
      await this.#endForm(memberId);
    });
  }

  async #endForm(memberId: string | undefined): Promise<void> {
    const { connection, desk, text } = this.#model;
    // After a new page the desk is not known yet.
    if (!desk.facts.peek()) await this.#model.refresh();
    const view = desk.open.peek().find(({ member }) => member?.memberId === memberId);
    if (!view || !AT_FORM.includes(view.now)) return;
    const next = await connection.call("case.formSaved", { case: view.case });
    desk.putCase(next);
    const { saved: what } = text.follow;
    if (next.now !== view.now) this.#model.say({ tone: "ok", what, isPassing: true, testid: "form-saved" });
  }
}
