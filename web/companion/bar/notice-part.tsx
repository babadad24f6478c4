import { Icon } from "../../console/ui/icons.tsx";
import { useCompanion } from "../companion-model.ts";
import type { Notice } from "../notice.ts";
import { Said } from "./said.tsx";

export function NoticePart({ notice }: { readonly notice: Notice }) {
  const model = useCompanion();
  const { tone, what, mend, action, testid } = notice;
  return (
    <Said tone={tone} what={what} mend={mend} testid={testid ?? "notice"}>
      {action ? (
        <button
          type="button"
          class="ti-btn ti-btn-go"
          data-testid="notice-action"
          onClick={() => {
            model.unsay(notice);
            action.run();
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        class="ti-btn ti-btn-quiet close"
        aria-label={model.text.bar.close}
        data-testid="notice-close"
        onClick={() => {
          model.unsay(notice);
          notice.dismissed?.();
        }}
      >
        <Icon name="x" />
      </button>
    </Said>
  );
}
