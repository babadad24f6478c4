import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";
import { syncFacts } from "./sync-facts.ts";

export function Dependencies() {
  const model = useModel();
  const { text, desk } = model;
  if (desk.dependencies.value.length === 0) return null;
  const tone = { ok: "ok", degraded: "warn", down: "bad" } as const;
  const formats = {
    count: (value: number) => model.count(value),
    moment: (instant: string) => model.moment(instant),
  };
  const facts = desk.sync.value ? syncFacts(desk.sync.value, text, formats) : [];
  const address = desk.facts.value?.proxyAddress ?? null;
  const icon = { ok: "check", degraded: "clock", down: "block" } as const;
  return (
    <ul class="ti-panel deps" aria-label={text.dependencies.title}>
      {desk.dependencies.value.map(({ name, health, code, since }) => {
        const why = code === null ? undefined : text.dependencies.codes[code];
        const state = `${why ?? text.dependencies[health]}${health === "ok" ? "" : `, ${text.dependencies.since(model.clock(since))}`}`;
        const more = name === "inlislite" ? facts.join(", ") : "";
        return (
          <li key={name} data-testid={`dependency-${name}`}>
            <Icon name={icon[health]} size="small" class={`ti-t-${tone[health]}`} />
            <span>
              <strong>{text.dependencies[name]}</strong>
              {/* What is well and says more needs no "well" above it. */}
              {health === "ok" && more !== "" ? null : <span class="ti-meta">{state}</span>}
              {name === "proxy" && address !== null ? (
                <a class="ti-meta" href={`${address}/`} target="_blank" rel="noreferrer">
                  {address}
                </a>
              ) : null}
              {more === "" ? null : (
                <span class="ti-meta" data-testid="sync">
                  {more}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
