import { useModel } from "../state/model.ts";
import type { Privacy } from "./use-privacy.ts";

/** What is kept of people, as this desk is configured: the rules of `titian privacy rules`. */
export function RecordTable({ record }: { readonly record: Privacy["record"] }) {
  const words = useModel().text.privacy.record;
  return (
    <section class="ti-panel privacy-record">
      <h2>{words.title}</h2>
      <div class="privacy-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.data}</th>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.kept}</th>
              <th scope="col">{words.erasedBy}</th>
            </tr>
          </thead>
          <tbody>
            {record.map(({ data, where, kept, erasedBy }) => (
              <tr key={data} data-testid="privacy-rule">
                <th scope="row">{data}</th>
                <td>{where}</td>
                <td>{kept}</td>
                <td>{erasedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="ti-meta">{words.more}</p>
    </section>
  );
}
