import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { stateOf } from "../devices/device-order.ts";
import { clockTime, zoneName } from "../format/time.ts";
import { OperatorChip } from "../sign-in/operator-chip.tsx";
import { useModel } from "../state/model.ts";
import { hashOf, type Page } from "../state/route.ts";
import { Badge } from "../ui/badge.tsx";
import { Icon, Mark } from "../ui/icons.tsx";
import { Choices } from "./choices.tsx";

export function TopBar() {
  const model = useModel();
  const { text, desk, router } = model;
  const facts = desk.facts.value;
  const stopped = desk.devices.value.filter((device) => stateOf(device) === "down").length;
  const waiting = desk.pairings.value.filter(({ state }) => state === "waiting").length;
  return (
    <header class="ti-top">
      <a class="ti-brand" href={hashOf({ page: "desk" })}>
        <Mark />
        Titian
      </a>
      {facts ? <span class="ti-desk ti-cut">{facts.deskTitle}</span> : null}
      {model.operator.isLocked.value ? null : (
        <nav class="ti-nav" aria-label={text.app.pages}>
          <Tab page="desk" label={text.app.desk} />
          <Tab page="print" label={text.app.print} count={model.queues.asked.value} isBad />
          <Tab page="board" label={text.app.board} count={model.board.atWork.value} />
          <Tab page="cards" label={text.app.cards} />
          <Tab
            page="punctuality"
            label={text.app.punctuality}
            others={["standards", "calendar", "survey", "complaints", "privacy"]}
          />
          <Tab
            page="devices"
            label={text.app.devices}
            count={stopped + waiting}
            isBad={stopped > 0}
            others={["operators"]}
          />
        </nav>
      )}
      <span class="ti-grow" />
      {facts?.isSimulated ? (
        <span class="ti-state" title={text.app.simulatedHint}>
          <Icon name="layers" />
          {text.app.simulated}
        </span>
      ) : null}
      <LinkState />
      <WallClock />
      <OperatorChip />
      <Choices />
    </header>
  );

  function Tab({
    page,
    label,
    count = 0,
    isBad = false,
    others = [],
  }: {
    readonly page: Page;
    /** Pages that are reached from this one. */
    readonly others?: readonly Page[];
    readonly label: string;
    readonly count?: number;
    readonly isBad?: boolean;
  }) {
    const isHere = [page, ...others].includes(router.route.value.page);
    return (
      <a href={hashOf({ page })} aria-current={isHere ? "page" : undefined}>
        {label}
        {count > 0 ? <span class={`ti-count${isBad ? " ti-count-bad" : ""}`}>{count}</span> : null}
      </a>
    );
  }
}

function LinkState() {
  const { text, desk, connection, operator } = useModel();
  const link = connection.link.value;
  if (link === "connecting" || link === "starting")
    return <Badge tone="idle" icon="run" text={text.app.connecting} testid="link" />;
  if (link !== "open") return <Badge tone="bad" icon="cloudoff" text={text.app.linkAway} testid="link" />;
  // How INLISLite is, nobody tells a page before somebody has signed in.
  if (operator.isLocked.value) return null;
  const inlislite = desk.dependencies.value.find(({ name }) => name === "inlislite");
  return inlislite && inlislite.health !== "ok" ? (
    <Badge tone="warn" icon="cloudoff" text={text.app.inlisAway} testid="link" />
  ) : (
    <Badge tone="ok" icon="check" text={text.app.inlisOk} testid="link" />
  );
}

function WallClock() {
  const model = useModel();
  const now = useSignal(new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = new Date();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  const shown = useComputed(() =>
    clockTime(now.value, { language: model.language, timeZone: model.timeZone }),
  );
  return (
    <span class="ti-clock">
      {shown} {zoneName(model.timeZone)}
    </span>
  );
}
