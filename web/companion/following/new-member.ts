import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { faultOf } from "../../console/connection.ts";
import type { CompanionModel } from "../companion-model.ts";
import { stored } from "../drawer/delivery.ts";
import type { InlislitePage } from "../pages/page.ts";
import { forgetForm, type SentForm } from "./sent-form.ts";

type SentCreate = Extract<SentForm, { kind: "create" }>;

/** INLISLite may save a form long after it has taken it: looked for every second, so long. */
const LOOK_EVERY_MS = 1_000;
const LOOK_FOR_MS = 20_000;
/** Nothing is said of a search that ends sooner, ms. */
const SAY_AFTER_MS = 600;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Finds the member that a form has made, and gives the tab's case its name. Never guesses between two. */
export class NewMember {
  readonly #model: CompanionModel;
  #search = 0;

  constructor(model: CompanionModel) {
    this.#model = model;
  }

  async look(sent: SentCreate, page: InlislitePage | undefined): Promise<void> {
    this.#search += 1;
    const search = this.#search;
    const isCurrent = (): boolean => search === this.#search;
    const { follow } = this.#model.text;
    if (sent.afterId === undefined) {
      forgetForm();
      this.#model.say({ tone: "warn", what: follow.unknownBefore, mend: follow.unknownBeforeMend });
      return;
    }
    const known = memberOfAddress(sent.afterId, page);
    const searching = setTimeout(() => isCurrent() && this.#saySearching(), SAY_AFTER_MS);
    const untilMs = performance.now() + LOOK_FOR_MS;
    for (let isFirst = true; isFirst || performance.now() < untilMs; isFirst = false) {
      if (!isFirst) await pause(LOOK_EVERY_MS);
      const found = await this.#found(sent, sent.afterId, known);
      if (!isCurrent()) break;
      if (found.length === 0) continue;
      clearTimeout(searching);
      // The form again, an error, the login: then whoever was found need not come from this form.
      const [only, another] = found;
      const isCertain = known !== undefined || (page !== undefined && page.kind !== "create");
      if (only && !another && isCertain) await this.take(only, sent);
      else this.#letChoose(found, sent);
      return;
    }
    clearTimeout(searching);
    if (isCurrent()) this.#sayNone(sent, page);
  }

  /** This is the one: the case gets its name, and INLISLite's form counts as saved. */
  async take(member: MemberView, sent: SentCreate): Promise<void> {
    const { connection, desk, text } = this.#model;
    const { memberId, memberNo, fullName } = member;
    this.#model.unchoose();
    try {
      // After a new page the desk is not known yet.
      if (!desk.facts.peek()) await this.#model.refresh();
      const open = sent.caseId !== undefined && desk.open.peek().some((view) => view.case === sent.caseId);
      const view = open
        ? await connection.call("case.linkMember", { case: sent.caseId ?? "", memberId, memberNo })
        : await this.#model.openCase({ memberId, memberNo }, "new");
      forgetForm();
      this.#model.work(view.case);
      desk.putCase(view);
      desk.putCase(await connection.call("case.formSaved", { case: view.case }));
      if (sent.hasPhoto) await stored(this.#model, { caseId: view.case, memberId, memberNo, before: null });
      const { follow } = text;
      this.#model.say({
        tone: "ok",
        what: follow.found(fullName, memberNo),
        mend: follow.foundMend,
        testid: "new-member",
      });
    } catch (thrown) {
      this.#model.sayFault(faultOf(thrown));
    }
  }

  async #found(
    { fullName, phone }: SentCreate,
    afterId: string | null,
    known: string | undefined,
  ): Promise<readonly MemberView[]> {
    const { connection } = this.#model;
    try {
      if (known !== undefined) return [(await connection.call("member.get", { memberId: known })).member];
      return (await connection.call("member.findNew", { afterId, fullName, phone })).members;
    } catch {
      // INLISLite or Titian is away for a moment: the next look may have better luck.
      return [];
    }
  }

  #letChoose(members: readonly MemberView[], sent: SentCreate): void {
    const { follow } = this.#model.text;
    this.#model.choice.value = { members, take: (member) => void this.take(member, sent) };
    this.#model.say({
      tone: "warn",
      what: members.length > 1 ? follow.several : follow.oneUncertain,
      mend: follow.severalMend,
      action: { label: follow.choose, run: () => this.#model.open("choose") },
      dismissed: forgetForm,
      testid: "several-new",
    });
  }

  #saySearching(): void {
    const { follow } = this.#model.text;
    this.#model.say({ tone: "run", what: follow.looking, mend: follow.lookingMend, testid: "looking" });
  }

  #sayNone(sent: SentCreate, page: InlislitePage | undefined): void {
    const { follow } = this.#model.text;
    this.#model.say({
      tone: "warn",
      what: follow.none,
      mend: follow.noneMend,
      action: { label: follow.lookAgain, run: () => void this.look(sent, page) },
      dismissed: forgetForm,
      testid: "none-new",
    });
  }
}

/** 3.2 goes on to the new member's own page. Only an id that is newer than all before is that of somebody new. */
function memberOfAddress(afterId: string | null, page: InlislitePage | undefined): string | undefined {
  const id = page?.kind === "edit" ? page.member?.memberId : undefined;
  return id !== undefined && Number(id) > Number(afterId ?? 0) ? id : undefined;
}
