import { useId } from "preact/hooks";
import type { StandardView } from "../../../src/bridge/protocol/shapes.ts";
import { useModel } from "../state/model.ts";
import { promises, type Service } from "./fitting-standard.ts";

/** Under which published standard the service is timed: those that promise something for it first. */
export function StandardChoice({
  standards,
  value,
  service,
  onChange,
}: {
  readonly standards: readonly StandardView[];
  readonly value: string;
  readonly service: Service;
  readonly onChange: (id: string) => void;
}) {
  const { text } = useModel();
  const field = useId();
  const chosen = standards.find(({ id }) => id === value);
  const others = standards.filter((standard) => !promises(standard, service));
  const option = ({ id, title, institution }: StandardView) => (
    <option key={id} value={id}>
      {title} · {institution}
    </option>
  );
  return (
    <div class="ti-field">
      <label for={field}>{text.start.standard}</label>
      <select
        id={field}
        class="ti-input"
        value={value}
        data-testid="standard-select"
        aria-describedby={`${field}-says`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {chosen ? null : <option value={value}>{value}</option>}
        {standards.filter((standard) => promises(standard, service)).map(option)}
        {others.length > 0 ? (
          <optgroup label={text.start.promisesNothing}>{others.map(option)}</optgroup>
        ) : null}
      </select>
      <p class="ti-meta" id={`${field}-says`}>
        {chosen ? <Promised standard={chosen} isPromised={promises(chosen, service)} /> : " "}
      </p>
    </div>
  );
}

function Promised({
  standard: { publishedText, issues },
  isPromised,
}: {
  readonly standard: StandardView;
  readonly isPromised: boolean;
}) {
  const { start } = useModel().text;
  if (!isPromised) return <>{start.notPromised}</>;
  return (
    <>
      {start.promise(publishedText)}
      {issues.length > 0 ? ` · ${start.issues(issues.length)}` : ""}
    </>
  );
}
