import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DesignView, Template } from "../../../../src/bridge/protocol/design-shapes.ts";
import type { Messages } from "../../../messages/id.ts";
import { useModel } from "../../state/model.ts";
import { CORNER_MM, cardBox } from "../designer/draft/card-area.ts";
import { mmText } from "../mm.ts";

/** What a printed card of this design measures and carries. */
export function DesignFacts({ design }: { readonly design: DesignView }) {
  const { text, connection, language } = useModel();
  const template = useSignal<Template | undefined>(undefined);
  const { name, version, trouble } = design;
  useEffect(() => {
    const cancel = new AbortController();
    template.value = undefined;
    if (trouble === null)
      connection.call("design.get", { name, version }, { signal: cancel.signal }).then(
        (details) => {
          template.value = details.template;
        },
        // The picture beside it says what is wrong.
        () => undefined,
      );
    return () => cancel.abort();
  }, [name, version, trouble]);

  const { facts } = text.cards;
  const { width, height } = cardBox(design.orientation);
  const code = template.value && codeOf(template.value);
  const mm = (value: number): string => mmText(value, language, 2);
  return (
    <dl class="ti-facts" data-testid="design-facts">
      <dt>{facts.size}</dt>
      <dd>{`${mm(width)} × ${mm(height)} mm`}</dd>
      <dt>{facts.corner}</dt>
      <dd>{mm(CORNER_MM)} mm</dd>
      <dt>{facts.safe}</dt>
      <dd>{facts.safeValue}</dd>
      <dt>{facts.photo}</dt>
      <dd>{design.needsPhoto ? facts.photoNeeded : facts.photoNone}</dd>
      {template.value ? (
        <>
          <dt>{facts.code}</dt>
          <dd>{code ? facts.inBlack(nameOf(code, text)) : text.cards.noCode}</dd>
        </>
      ) : null}
      {code ? (
        <>
          {code.kind === "barcode" ? (
            <>
              <dt>{facts.module}</dt>
              <dd>{facts.moduleValue}</dd>
            </>
          ) : null}
          <dt>{facts.quiet}</dt>
          <dd>{code.kind === "qr" ? facts.quietQr : facts.quietBars}</dd>
        </>
      ) : null}
    </dl>
  );
}

type Code = Extract<Template["front"]["layers"][number], { readonly kind: "barcode" | "qr" }>;

function codeOf({ front, back }: Template): Code | undefined {
  const codes = [...front.layers, ...(back?.layers ?? [])].filter(
    (layer): layer is Code => layer.kind === "barcode" || layer.kind === "qr",
  );
  return codes.find(({ kind }) => kind === "barcode") ?? codes[0];
}

const nameOf = (code: Code, { cards }: Messages): string =>
  code.kind === "qr" ? cards.qr : cards.symbologies[code.symbology ?? "code128"];
