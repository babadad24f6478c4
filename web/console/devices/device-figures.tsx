import type { DeviceDetails } from "../../../src/bridge/protocol/device-shapes.ts";
import { useModel } from "../state/model.ts";
import { errorLine } from "./error-line.ts";

/** Counters of each ability, and the last failures, newest first. */
export function DeviceFigures({ details }: { readonly details: DeviceDetails }) {
  const model = useModel();
  const { care } = model.text;
  const ms = (value: number | null): string => (value === null ? "–" : `${model.count(value)} ${care.ms}`);
  return (
    <>
      {details.counters.length > 0 ? (
        <section>
          <h3>{care.figures}</h3>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{model.text.devices.can}</th>
                <th scope="col">{care.calls}</th>
                <th scope="col">{care.failures}</th>
                <th scope="col">{care.median}</th>
                <th scope="col">{care.slowest}</th>
                <th scope="col">{care.lastSuccess}</th>
              </tr>
            </thead>
            <tbody>
              {details.counters.map((counter) => (
                <tr key={counter.capability}>
                  <th scope="row">{counter.capability}</th>
                  <td>{counter.calls}</td>
                  <td>{counter.failures}</td>
                  <td>{ms(counter.p50Ms)}</td>
                  <td>{ms(counter.p95Ms)}</td>
                  <td>{counter.lastSuccessAt ? model.clock(counter.lastSuccessAt) : care.never}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <section>
        <h3>{care.errors}</h3>
        {details.failures.length === 0 ? (
          <p class="ti-meta">{care.errorsNone}</p>
        ) : (
          <ul class="errors">
            {details.failures.slice(0, 5).map((failure) => (
              <li key={`${failure.at} ${failure.capability}`}>
                <span class="ti-meta">{model.clock(failure.at, true)}</span>{" "}
                {errorLine(model.text, failure.code)}
                <span class="ti-meta"> {failure.code}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
