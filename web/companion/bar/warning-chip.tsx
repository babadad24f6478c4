import { Icon } from "../../console/ui/icons.tsx";
import { useCompanion } from "../companion-model.ts";

/** What the page's own Save would do to the member, before it is pressed; and that a part of the page is not what Titian knows. */
export function WarningChip() {
  const { text, warnings, panel, page } = useCompanion();
  const [worst, ...others] = warnings.value;
  const isPartOff = (page.value?.missing.length ?? 0) > 0;
  if ((worst === undefined && !isPartOff) || panel.value === "details") return null;
  const { what, mend } = worst === undefined ? { what: text.bar.partOff, mend: "" } : text.warnings[worst];
  return (
    <button
      type="button"
      class={worst === undefined ? "ti-chip" : "ti-chip ti-warn"}
      title={`${what} ${mend}`.trim()}
      data-testid={worst === undefined ? "part-off" : "page-warning"}
      onClick={() => {
        panel.value = "details";
      }}
    >
      <Icon name="alert" size="small" />
      <span class="ti-cut words">{what}</span>
      {others.length > 0 ? <span class="ti-count">{others.length + 1}</span> : null} <u>{text.bar.see}</u>
    </button>
  );
}
