import { useCompanion } from "../companion-model.ts";
import { Drawer } from "../drawer/drawer.tsx";

/** Several could be the one just registered: the operator knows which. */
export function ChoosePanel() {
  const { text, choice } = useCompanion();
  const { follow, drawer } = text;
  const now = choice.value;
  if (!now) return null;
  return (
    <Drawer title={follow.chooseTitle} closeLabel={drawer.close} testid="choose-panel">
      <p class="ti-meta">{follow.chooseLead}</p>
      <ul class="choices">
        {now.members.map((member) => (
          <li key={member.memberId}>
            <button type="button" class="ti-btn choice" data-testid="choice" onClick={() => now.take(member)}>
              <strong>{member.fullName}</strong>
              <span class="ti-meta">
                {[member.memberNo, member.memberType].filter((part) => part).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
