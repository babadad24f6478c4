import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { useWhyNot } from "../ui/permitted.tsx";

const PLACES = ["punctuality", "standards", "calendar", "survey", "complaints", "privacy"] as const;
type Place = (typeof PLACES)[number];

/** The second row of links: the punctuality of services, and what it rests on. */
export function SlaLinks({ here }: { readonly here: Place }) {
  const model = useModel();
  const { text } = model;
  const asked = model.complaints.asked.value;
  const isPrivacyShut = useWhyNot("privacy.get") !== undefined;
  // While a desk is being set up there is nowhere to go but back.
  if (model.desk.facts.value?.isFirstRun) return null;
  return (
    <nav class="sla-links" aria-label={text.app.slaPages}>
      {PLACES.filter((page) => page !== "privacy" || !isPrivacyShut).map((page) => (
        <a key={page} href={hashOf({ page })} aria-current={page === here ? "page" : undefined}>
          {text.app[page]}
          {page === "complaints" && asked > 0 ? (
            <span
              class="ti-count ti-count-bad"
              title={text.complaints.badgeCount(asked)}
              data-testid="complaints-asked"
            >
              {model.count(asked)}
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}
