import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** What a scan does now, the last one, and the keys. */
export function FootLine() {
  const model = useModel();
  const { text, desk, router } = model;
  const scan = desk.lastScan.value;
  const isCase = router.route.value.page === "desk" && router.route.value.id !== undefined;
  const isWaiting = desk.devices.value.some(
    ({ capabilities, health }) => capabilities.includes("scanner") && health.level !== "down",
  );
  const hint = isCase ? text.scan.readyCase : text.scan.ready;
  return (
    <footer class="ti-foot">
      <span class="ti-row ti-t-run foot-scan">
        <Icon name="scan" size="small" />
        <span class="ti-cut" data-testid="last-scan">
          {scan
            ? text.scan.last(text.scan.effects[scan.effect], model.clock(scan.at))
            : isWaiting
              ? hint
              : text.scan.ready}
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
