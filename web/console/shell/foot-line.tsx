import { type ConsoleModel, useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** What a scan does now, the last one, and the keys. */
export function FootLine() {
  const model = useModel();
  const { text } = model;
  return (
    <footer class="ti-foot">
      <span class="ti-row ti-t-run foot-scan">
        <Icon name="scan" size="small" />
        <span class="ti-cut" data-testid="last-scan">
          {scanHint(model)}
        </span>
      </span>
      <span class="ti-grow" />
      <span>
        <span class="ti-key">Enter</span>
        {text.keys.next}
      </span>
      <span>
        <span class="ti-key">Esc</span>
        {text.keys.back}
      </span>
      <span>
        <span class="ti-key">F2</span>
        {text.keys.find}
      </span>
      <span>
        <span class="ti-key">F1</span>
        {text.keys.help}
      </span>
    </footer>
  );
}

function scanHint(model: ConsoleModel): string {
  const { text, desk, router, connection } = model;
  if (connection.link.value !== "open") return text.link.waitsFor;
  const scan = desk.lastScan.value;
  if (scan) return text.scan.last(text.scan.effects[scan.effect], model.clock(scan.at));
  const { page, id } = router.route.value;
  return page === "desk" && id !== undefined ? text.scan.readyCase : text.scan.ready;
}
