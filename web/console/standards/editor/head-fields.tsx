import type { DraftStandard, SourceLine } from "../../../../src/bridge/protocol/standard-shapes.ts";
import { useModel } from "../../state/model.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { Tick } from "../../ui/tick.tsx";
import { useEditing } from "./editing.ts";
import { Linked } from "./linked.tsx";
import { Part, Problem, TextField } from "./text-field.tsx";

const ZONES = ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"] as const;
const SERVICES = ["issue", "renewal", "replacement"] as const;
const CASES = ["new", "renewal", "lost", "damaged"] as const;

/** Who publishes what, by which decree. */
export function HeadFields({ lines }: { readonly lines: readonly SourceLine[] }) {
  const { text } = useModel();
  const words = text.standards;
  const { draft, change } = useEditing();
  const { institution, service } = draft.value;
  const of = (part: SourceLine["part"]): readonly number[] =>
    lines.filter((line) => line.part === part).map(({ line }) => line);
  const put = (next: Partial<DraftStandard["institution"]>): void =>
    change({ institution: { ...institution, ...next } });
  const serve = (next: Partial<DraftStandard["service"]>): void =>
    change({ service: { ...service, ...next } });
  const zones = ZONES.some((zone) => zone === institution.timeZone)
    ? ZONES
    : [institution.timeZone, ...ZONES];
  return (
    <Part title={words.head}>
      <Linked lines={of("title")}>
        <TextField
          label={words.serviceTitle}
          at="/service/title"
          testid="field-title"
          value={service.title}
          onChange={(title) => serve({ title })}
        />
      </Linked>
      <div class="duo">
        <SelectField
          label={words.kind}
          testid="field-kind"
          value={service.kind}
          options={SERVICES.map((kind) => [kind, words.kinds[kind]] as const)}
          onChange={(kind) => serve({ kind })}
        />
        <fieldset class="choice">
          <legend>{words.alsoCovers}</legend>
          <div class="choice-row">
            {CASES.map((one) => (
              <Tick
                key={one}
                testid={`also-${one}`}
                isOn={service.alsoCovers.includes(one)}
                onChange={(isOn) =>
                  serve({
                    alsoCovers: CASES.filter((other) =>
                      other === one ? isOn : service.alsoCovers.includes(other),
                    ),
                  })
                }
              >
                {text.start.kinds[one]}
              </Tick>
            ))}
          </div>
        </fieldset>
      </div>
      <Linked lines={of("institution")}>
        <TextField
          label={words.institution}
          at="/institution/name"
          testid="field-institution"
          value={institution.name}
          onChange={(name) => put({ name })}
        />
        <TextField label={words.parent} value={institution.parent} onChange={(parent) => put({ parent })} />
        <TextField
          label={words.address}
          value={institution.address}
          onChange={(address) => put({ address })}
        />
      </Linked>
      <SelectField
        label={words.zone}
        testid="field-zone"
        value={institution.timeZone}
        options={zones.map((zone) => [zone, zone.replace("Asia/", "")] as const)}
        onChange={(timeZone) => put({ timeZone })}
      />
      <Problem at="/institution/timeZone" />
      <Linked lines={of("decree")} class="duo">
        <TextField
          label={words.decreeNumber}
          testid="field-decree"
          value={service.decreeNumber ?? ""}
          onChange={(number) => serve({ decreeNumber: number.trim() === "" ? null : number })}
        />
        <TextField
          label={words.decreeDate}
          type="date"
          value={service.decreeDate ?? ""}
          onChange={(day) => serve({ decreeDate: dayOrNull(day) })}
        />
      </Linked>
      <TextField
        label={words.signatory}
        value={service.signatoryOffice ?? ""}
        onChange={(office) => serve({ signatoryOffice: office.trim() === "" ? null : office })}
      />
    </Part>
  );
}

type Day = NonNullable<DraftStandard["effectiveFrom"]>;
/** A date field gives a day or nothing. */
const dayOrNull = (day: string): Day | null => (day === "" ? null : (day as Day));
