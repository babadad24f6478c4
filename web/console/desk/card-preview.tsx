import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { useFrame } from "../ui/frame.ts";
import { Icon } from "../ui/icons.tsx";
import { Picture } from "../ui/picture.tsx";

/** The card as it would be printed now. Asked for again when the photo or the member's data change. */
export function CardPreview({ view }: { readonly view: CaseView }) {
  const { text, connection } = useModel();
  const { member } = view;
  const isOpen = connection.link.value === "open";
  const parts = [
    view.case,
    view.photo,
    member?.memberNo,
    member?.fullName,
    member?.memberType,
    member?.validUntil,
  ];
  const { bytes, fault } = useFrame(isOpen && member ? parts.join("|") : undefined, async (signal) => {
    const { card } = await connection.call("card.preview", { case: view.case }, { signal });
    return card;
  });
  return (
    <div class="card-preview">
      {bytes ? (
        <Picture bytes={bytes} label={text.check.preview} testid="card-preview" />
      ) : (
        <div class="card-blank" aria-busy={!fault && member !== null}>
          {fault ? null : (
            <>
              <Icon name={member ? "run" : "id"} size="large" class={member ? "ti-spin" : undefined} />
              <span class="ti-meta">{member ? text.check.loading : text.member.missing}</span>
            </>
          )}
        </div>
      )}
      <FaultNote fault={fault} />
    </div>
  );
}
