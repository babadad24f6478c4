import type { ComponentChildren } from "preact";
import type { DraftStandard, DraftStep } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { sheetWords as words } from "../../../messages/id-sheet.ts";

/** A standard as it is hung up: its own words in its own language, the six components in their order, a place to sign. */
export function StandardSheet({ standard }: { readonly standard: DraftStandard }) {
  const { institution, service, requirements, procedures, promise, hours, fees, products } = standard;
  const told = procedures.filter(({ steps }) => steps.length > 0);
  return (
    <article class="sheet" lang="id" data-testid="standard-sheet">
      <SheetHead standard={standard} title={words.standard} />
      <Component title={words.requirements}>
        <ol>
          {requirements.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ol>
      </Component>
      <Component title={words.procedure}>
        {told.map(({ id, channels, steps }, index) => (
          <StepTable
            key={id}
            steps={steps}
            caption={told.length > 1 ? captionOf(channels, told, index) : ""}
          />
        ))}
      </Component>
      <Component title={words.time}>
        <p class="sheet-promise">{promise?.published.text ?? "–"}</p>
        {(hours?.texts ?? []).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Component>
      <Component title={words.fee}>
        <p>{fees.text || "–"}</p>
      </Component>
      <Component title={words.products}>
        <ol>
          {products.map((product, index) => (
            <li key={index}>{product}</li>
          ))}
        </ol>
      </Component>
      <div class="sheet-end">
        <Component title={words.complaints}>
          <ComplaintLines standard={standard} />
        </Component>
        <Signature office={service.signatoryOffice ?? `${words.head} ${institution.name}`} />
      </div>
      <p class="sheet-foot">
        {standard.id} · {words.version} {standard.version}
      </p>
    </article>
  );
}

type Procedures = DraftStandard["procedures"];

/** A second list for the same way is what the document tells beside its table. */
function captionOf(channels: Procedures[number]["channels"], told: Procedures, index: number): string {
  const ways = channels.map((way) => words.ways[way]).join(", ");
  const isAgain = told.slice(0, index).some((other) => other.channels.join() === channels.join());
  return isAgain ? `${ways}, ${words.beside}` : ways;
}

/** Who publishes, what, and by which decree. */
export function SheetHead({
  standard: { institution, service },
  title,
}: {
  readonly standard: DraftStandard;
  readonly title: string;
}) {
  return (
    <header class="sheet-head">
      <p class="sheet-parent">{institution.parent}</p>
      <p class="sheet-institution">{institution.name}</p>
      <p>{institution.address}</p>
      <h2>{title}</h2>
      <h3>{service.title}</h3>
      <p>
        {words.decree}: {service.decreeNumber ?? "…………………………"}
        {service.decreeDate ? `, ${service.decreeDate.split("-").reverse().join("-")}` : ""}
      </p>
    </header>
  );
}

function Component({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="sheet-part">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function StepTable({ steps, caption }: { readonly steps: readonly DraftStep[]; readonly caption: string }) {
  const isTimed = steps.some(({ target, targetKind }) => target !== null || targetKind === "as-needed");
  return (
    <table class="sheet-steps">
      {caption === "" ? null : <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{words.no}</th>
          <th scope="col">{words.step}</th>
          <th scope="col">{words.performer}</th>
          {isTimed ? <th scope="col">{words.stepTime}</th> : null}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.seq}>
            <td>{step.seq}</td>
            <td>{step.text}</td>
            <td>{performer(step)}</td>
            {isTimed ? (
              <td>{step.target?.text ?? (step.targetKind === "as-needed" ? words.asNeeded : "–")}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function performer({ performer: { role, basis } }: DraftStep): string {
  if (basis === "not stated") return "–";
  return role === "applicant" ? words.applicant : words.officer;
}

function ComplaintLines({ standard: { complaints } }: { readonly standard: DraftStandard }) {
  const steps = complaints.procedure?.steps ?? [];
  return (
    <>
      <ul>
        {complaints.channels.map(({ type, value }, index) => (
          <li key={index}>{value ?? words.ways[type] ?? type}</li>
        ))}
      </ul>
      {steps.length > 0 ? (
        <ol>
          {steps.map(({ seq, text, target, targetText }) => (
            <li key={seq}>
              {text} {targetText ?? target?.text ?? ""}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}

/** Name and number are written by hand: an official's number is never printed by Titian. */
export function Signature({ office }: { readonly office: string }) {
  return (
    <footer class="sheet-sign">
      <p>………………, …………………… 20……</p>
      <p>{office}</p>
      <p class="sheet-room" />
      <p class="sheet-line">{words.name}</p>
      <p>{words.number}</p>
    </footer>
  );
}
