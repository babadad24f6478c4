import type { Messages } from "../messages/id.ts";

/** The way of most cards. A library's own standard may have fewer steps or more, and the screen always says which is next. */
const STEPS: readonly (keyof Messages["steps"])[] = [
  "intake",
  "photo",
  "verify",
  "print",
  "cut",
  "laminate",
  "handover",
  "receipt",
];

/** What stops a desk most often and what its people mend themselves; the screen knows all. */
const REASONS: readonly (keyof Messages["reasons"])[] = [
  ...(["not-connected", "no-picture", "cards-empty", "ribbon-empty"] as const),
  ...(["jam", "cover-open", "paper-empty", "stopped"] as const),
];

/** One sheet to hang at the desk, in the words of the screen. */
export function QuickCard({ text, print }: { readonly text: Messages; readonly print: () => void }) {
  const { quickCard, keys, steps, reasons } = text;
  return (
    <>
      <p class="quick-tools">
        <button type="button" class="ti-btn" data-testid="print" onClick={print}>
          {quickCard.print}
        </button>
        {quickCard.printHint}
      </p>
      <main class="quick" data-testid="quick-card">
        <header>
          <h1>{quickCard.title}</h1>
          <p>{quickCard.lead}</p>
        </header>
        <section>
          <h2>{quickCard.stepsTitle}</h2>
          <ol>
            {STEPS.map((step) => (
              <li key={step}>
                <strong>{steps[step].title}</strong>
                <span>{steps[step].lead}</span>
              </li>
            ))}
          </ol>
          <p class="quick-note">{quickCard.stepsNote}</p>
        </section>
        <section>
          <h2>{keys.help_title}</h2>
          <dl>
            {keys.help_rows.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <span class="ti-key">{key}</span>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section class="quick-wide">
          <h2>{quickCard.reasonsTitle}</h2>
          <ul>
            {REASONS.map((reason) => (
              <li key={reason}>
                <strong>{reasons[reason].what}</strong>
                <span>{reasons[reason].mend}</span>
              </li>
            ))}
          </ul>
        </section>
        <footer>
          {quickCard.rules.map((rule) => (
            <p key={rule}>{rule}</p>
          ))}
          <p class="quick-call">
            {quickCard.technician} <span class="quick-blank" />
          </p>
        </footer>
      </main>
    </>
  );
}
