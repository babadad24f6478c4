import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** As of when INLISLite's data is that stands above, always said; called out when INLISLite has not answered since. */
export function DataAge({
  heardAt,
  isAway,
  testid,
}: {
  readonly heardAt: string;
  readonly isAway: boolean;
  readonly testid: string;
}) {
  const model = useModel();
  const { text } = model;
  const at = model.moment(heardAt);
  return isAway ? (
    <p class="data-age ti-meta ti-t-warn" data-testid={testid}>
      <Icon name="cloudoff" size="small" />
      {text.waiting.away(at)}
    </p>
  ) : (
    <p class="data-age ti-meta" data-testid={testid}>
      {text.waiting.asOf(at)}
    </p>
  );
}
