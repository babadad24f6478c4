import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";

const PLACES = ["punctuality", "standards", "calendar", "survey"] as const;
type Place = (typeof PLACES)[number];

/** The second row of links: the punctuality of services, and what it rests on. */
export function SlaLinks({ here }: { readonly here: Place }) {
  const { text } = useModel();
  return (
    <nav class="sla-links" aria-label={text.app.slaPages}>
      {PLACES.map((page) => (
        <a key={page} href={hashOf({ page })} aria-current={page === here ? "page" : undefined}>
          {text.app[page]}
        </a>
      ))}
    </nav>
  );
}
