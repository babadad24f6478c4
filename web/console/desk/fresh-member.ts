import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";

/**
 * The member as INLISLite has it now: asked when it is shown and whenever `asked` changes, and told when somebody changes it.
 * As given until then, and while INLISLite is away.
 */
export function useFreshMember<M extends MemberView | null | undefined>(
  given: M,
  asked = "",
): M | MemberView {
  const { connection } = useModel();
  const fresh = useSignal<MemberView | undefined>(undefined);

  useEffect(() => {
    if (!given || given.memberNo === "") return;
    const { memberId, memberNo } = given;
    const cancel = new AbortController();
    // By its number: that answers how many carry it, and an id may have been given to somebody else.
    connection
      .call("member.find", { memberNo }, { signal: cancel.signal })
      .then(({ members }) => {
        fresh.value = members.find((member) => member.memberId === memberId);
      })
      .catch(() => undefined);
    const listening = connection.on("member.changed", ({ kind, member }) => {
      if (kind !== "vanished" && member.memberId === memberId && member.memberNo === memberNo)
        fresh.value = member;
    });
    return () => {
      cancel.abort();
      listening[Symbol.dispose]();
    };
  }, [given?.memberId, given?.memberNo, asked]);

  const known = fresh.value;
  return given && known?.memberId === given.memberId && known.memberNo === given.memberNo ? known : given;
}
