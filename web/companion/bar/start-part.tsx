import { useSignal } from "@preact/signals";
import { faultOf } from "../../console/connection.ts";
import { Icon } from "../../console/ui/icons.tsx";
import { KINDS } from "../cards/kind-choice.tsx";
import { useCompanion } from "../companion-model.ts";
import type { PageMember } from "../pages/page.ts";

/** "Mulai layani": for a member whose page is open and who has no case. The kinds of service take the middle of the bar. */
export function StartPart({ member }: { readonly member: PageMember }) {
  const model = useCompanion();
  const { text, connection } = model;
  const isAsking = useSignal(false);
  const isBusy = useSignal(false);

  const start = async (kind: (typeof KINDS)[number]): Promise<void> => {
    if (isBusy.peek()) return;
    isBusy.value = true;
    try {
      const { memberId } = member;
      const { member: now } = await connection.call("member.get", { memberId });
      const view = await model.openCase({ memberId, memberNo: now.memberNo }, kind);
      model.work(view.case);
    } catch (thrown) {
      model.sayFault(faultOf(thrown));
    } finally {
      isBusy.value = false;
      isAsking.value = false;
    }
  };

  if (!isAsking.value) {
    return (
      <button
        type="button"
        class="ti-btn ti-btn-go"
        data-testid="start-case"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {text.bar.start}
      </button>
    );
  }
  return (
    <fieldset class="kinds-row" aria-busy={isBusy.value}>
      <legend class="ti-vh">{text.bar.startKind}</legend>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          class="ti-btn"
          data-testid={`start-${kind}`}
          onClick={() => void start(kind)}
        >
          {text.kinds[kind]}
        </button>
      ))}
      <button
        type="button"
        class="ti-btn ti-btn-quiet close"
        aria-label={text.bar.close}
        onClick={() => {
          isAsking.value = false;
        }}
      >
        <Icon name="x" />
      </button>
    </fieldset>
  );
}
