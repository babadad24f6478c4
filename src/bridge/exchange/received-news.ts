import { TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import { type LibraryNoun, nounOf } from "../../store/exchange-scope.ts";
import { NEWS_TO_PAGES, type NewsParts, type Shown } from "./news-to-pages.ts";

/** Of everything that the desks share: what of the pages shows it. In the order in which it is told, what others are read by first. */
const SHOWN_IN: Readonly<Record<LibraryNoun, readonly Shown[]>> = {
  standard: ["standards", "calendar"],
  calendar: ["calendar"],
  design: ["designs"],
  counter: ["desks"],
  // Numbers of the queue are cases that have not begun: TicketNews tells them at its own pace, whoever has called.
  case: ["cases", "board", "waiting"],
  print: ["cases", "board", "waiting"],
  card: ["cases", "board", "waiting"],
  // A desk lists its own batches; that another's has somebody's card is asked when one is to be printed.
  batch: [],
  complaint: ["complaints"],
  complaints: ["complaints"],
  // What was written down about a complaint; a photo of another desk was never shown here.
  vault: ["complaints"],
  survey: ["survey"],
  // Obeyed by each desk for itself; the page lists which have.
  erasure: ["privacy"],
};

/** What other desks have done, to the parts that remember what the log says, and to every page that shows it. */
export function receivedNews(parts: NewsParts): Disposable {
  const { store, standards, designs, log } = parts;
  return subscribe(store.events.events, "received", ({ events }) => {
    const nouns = new Set(events.map(({ stream }) => nounOf(stream)));
    if (nouns.has("standard")) standards.shelf.changed();
    if (nouns.has("standard") || nouns.has("calendar")) standards.calendar.changed();
    if (nouns.has("design")) designs.changed();
    for (const shown of shownBy(nouns))
      try {
        NEWS_TO_PAGES[shown](parts, events);
      } catch (error) {
        log.warn("pages were not told of other desks' news", { shown, code: TitianError.from(error).code });
      }
  });
}

function shownBy(nouns: ReadonlySet<string>): ReadonlySet<Shown> {
  const entries = Object.entries(SHOWN_IN) as [LibraryNoun, readonly Shown[]][];
  return new Set(entries.filter(([noun]) => nouns.has(noun)).flatMap(([, shown]) => shown));
}
