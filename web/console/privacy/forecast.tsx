import type { ErasureForecast } from "../../../src/bridge/protocol/privacy-commands.ts";
import { useModel } from "../state/model.ts";

/** What goes and what stays, side by side. */
export function Forecast({
  forecast,
  isAlone,
}: {
  readonly forecast: ErasureForecast;
  readonly isAlone: boolean;
}) {
  const model = useModel();
  const words = model.text.privacy.sure;
  const { files, places, mirrored, kept, desks } = forecast;
  const goes = [
    files === 0 ? words.noFiles : words.files(model.count(files)),
    places === 0 ? words.noPlaces : words.places(model.count(places)),
    ...(mirrored === 0 ? [] : [words.mirrored(model.count(mirrored))]),
    ...(desks.length === 0 ? [] : [words.desks(desks.join(", "))]),
  ];
  const stays = [
    ...(isAlone ? [words.alone] : []),
    words.log(model.count(kept)),
    ...[words.wish, words.reasons, words.elsewhere, words.complaints],
  ];
  return (
    <div class="duo">
      <List title={words.goes} lines={goes} testid="erase-goes" />
      <List title={words.stays} lines={stays} testid="erase-stays" />
    </div>
  );
}

function List({
  title,
  lines,
  testid,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly testid: string;
}) {
  return (
    <section class="privacy-list" data-testid={testid}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
