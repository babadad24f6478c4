import { useModel } from "../state/model.ts";
import { Note } from "../ui/note.tsx";

/** What is out of reach, what still works, and how old it is. Its space is reserved, nothing is covered. */
export function Banner() {
  const model = useModel();
  const { text, connection, desk } = model;
  const link = connection.link.value;
  const heardAt = desk.heardAt.value;
  if (link === "refused") {
    return (
      <div class="banner">
        <Note tone="bad" title={text.link.refused} text={text.link.refusedMend} testid="banner">
          <button type="button" class="ti-btn" onClick={() => location.reload()}>
            {text.link.reload}
          </button>
        </Note>
      </div>
    );
  }
  if (link === "starting") {
    return (
      <div class="banner">
        <Note
          tone="run"
          icon="run"
          title={text.link.starting}
          text={text.link.startingMend}
          testid="banner"
        />
      </div>
    );
  }
  if (link === "away") {
    const mend = heardAt ? text.link.awayMend(model.clock(heardAt)) : text.link.awayFirst;
    return (
      <div class="banner">
        <Note tone="bad" icon="cloudoff" title={text.link.away} text={mend} testid="banner" />
      </div>
    );
  }
  const inlislite = desk.dependencies.value.find(({ name }) => name === "inlislite");
  if (link === "open" && inlislite && inlislite.health !== "ok") {
    const sync = desk.sync.value;
    const hasCopy = sync && sync.phase !== "off";
    // Without a copy, what was read while INLISLite still answered is as old as its silence.
    const dataOf = hasCopy ? sync.heardAt : inlislite.since;
    const mend = dataOf ? text.link.inlisAwayAge(model.moment(dataOf)) : text.link.awayFirst;
    return (
      <div class="banner">
        <Note tone="warn" icon="cloudoff" title={text.link.inlisAway} text={mend} testid="banner" />
      </div>
    );
  }
  return null;
}
