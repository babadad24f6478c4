import { useSignal } from "@preact/signals";
import type { DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import { useModel } from "../../state/model.ts";
import { useAction } from "../../ui/action.ts";
import { FaultNote } from "../../ui/fault-note.tsx";
import { Icon } from "../../ui/icons.tsx";
import { MainButton } from "../../ui/main-button.tsx";
import { Note } from "../../ui/note.tsx";
import { Permitted, WhoChanges } from "../../ui/permitted.tsx";
import { copyDesign } from "./copy-design.ts";
import { DesignFacts } from "./design-facts.tsx";
import { DesignFiles } from "./design-files.tsx";
import { TestPrintDialog } from "./test-print-dialog.tsx";
import type { Designs } from "./use-designs.ts";

/** What is known of one design, and everything that can be done with it. */
export function DesignDetails({
  design,
  designs,
  onRules,
}: {
  readonly design: DesignView;
  readonly designs: Designs;
  readonly onRules: () => void;
}) {
  const { text, connection, router } = useModel();
  const { cards } = text;
  const acting = useAction();
  const isPrinting = useSignal(false);
  const said = useSignal<string | undefined>(undefined);
  const { name, title, trouble } = design;
  const isOwn = design.source === "library";
  const isBroken = trouble !== null;

  const use = (): void =>
    acting.run(async () => {
      const rules = designs.view?.choices.rules ?? [];
      designs.put(await connection.call("design.choose", { choices: { default: name, rules } }));
      said.value = cards.used(title);
    });
  const edit = (): void => {
    if (isOwn) router.go("cards", name);
    else acting.run(async () => router.go("cards", await copyDesign(connection, design, designs.view, text)));
  };
  const withdraw = (): void =>
    acting.run(async () => {
      await connection.call("design.withdraw", { name });
      await designs.refresh();
    });

  return (
    <aside class="ti-panel ti-pad design-details" aria-label={title}>
      <h2>{title}</h2>
      <p class="ti-meta">
        {`${isOwn ? cards.own : cards.installed}, ${cards.version(design.version)}`}
        {design.isApproved && design.state === "draft" ? `. ${cards.newerDraft}.` : ""}
      </p>
      <div class="design-scroll">
        {trouble ? <Note tone="bad" title={cards.trouble[trouble]} text={cards.trouble.mend} /> : null}
        {design.overtakenBy ? (
          <Note
            tone="warn"
            title={cards.overtaken(design.overtakenBy)}
            text={cards.overtakenMend(design.version)}
            testid="overtaken"
          />
        ) : null}
        <DesignFacts design={design} />
        <p class="ti-note ti-ok read-back">
          <Icon name="check" />
          {cards.readBack}
        </p>
        <FaultNote fault={acting.fault} />
        {said.value ? <Note tone="ok" title={said.value} testid="said" /> : null}
      </div>
      <MainButton
        icon="printer"
        label={cards.printTest}
        size="dialog"
        onPress={() => {
          isPrinting.value = true;
        }}
        blockedBy={isBroken ? cards.notDrawn : undefined}
        testid="print-test"
      />
      <div class="design-acts">
        <Permitted to="design.choose">
          {design.isApproved && !design.isDefault ? (
            <button type="button" class="ti-btn wide" data-testid="use-design" onClick={use}>
              <Icon name="check" />
              <span class="ti-cut">{cards.use(title)}</span>
            </button>
          ) : null}
        </Permitted>
        <Permitted to="design.save">
          <button type="button" class="ti-btn" data-testid="edit-design" disabled={isBroken} onClick={edit}>
            <Icon name="pen" />
            {isOwn ? cards.edit : cards.editCopy}
          </button>
        </Permitted>
        <Permitted to="design.choose">
          <button type="button" class="ti-btn" data-testid="design-choices" onClick={onRules}>
            <Icon name="sliders" />
            {cards.choices.open}
          </button>
        </Permitted>
        <DesignFiles design={design} designs={designs} onSaid={(what) => (said.value = what)} />
        <Permitted to="design.withdraw">
          {isOwn && design.isApproved && !design.isDefault && design.inRules === 0 ? (
            <button
              type="button"
              class="ti-btn ti-btn-quiet"
              data-testid="withdraw-design"
              onClick={withdraw}
            >
              {cards.withdraw}
            </button>
          ) : null}
        </Permitted>
        <WhoChanges to="design.save" />
      </div>
      {isPrinting.value ? (
        <TestPrintDialog
          design={design}
          onClose={() => {
            isPrinting.value = false;
          }}
        />
      ) : null}
    </aside>
  );
}
