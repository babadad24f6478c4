import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { SetupView } from "../../../src/bridge/protocol/setup-commands.ts";
import { Loading } from "../shell/loading.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { FaultNote } from "../ui/fault-note.tsx";
import { useAnswer } from "../ui/use-answer.ts";
import { CardStep } from "./card-step.tsx";
import { DatabaseStep, type Tried } from "./database-step.tsx";
import { DeskStep } from "./desk-step.tsx";
import { DevicesStep } from "./devices-step.tsx";
import { SetupDraft } from "./draft.ts";
import { OperatorsStep } from "./operators-step.tsx";
import { OwnStandard } from "./own-standard.tsx";
import { SetupAside } from "./setup-aside.tsx";
import { SetupFoot } from "./setup-foot.tsx";
import { StandardStep } from "./standard-step.tsx";
import { LAST_ASKED, nextOf, pathOf, STEPS, stepAt } from "./steps.ts";
import { WayStep } from "./way-step.tsx";

/** From a bare PC to a desk that works, one question after the other; left and taken up again at any of them. */
export function SetupPage() {
  const { connection } = useModel();
  const view = useAnswer("setup", (signal) => connection.call("setup.get", {}, { signal }));
  const now = view.value.value;
  if (now) return <Steps key={String(now.isFirstRun)} view={now} />;
  return view.fault.value ? (
    <main class="ti-body">
      <FaultNote fault={view.fault.value} />
    </main>
  ) : (
    <Loading />
  );
}

function Steps({ view }: { readonly view: SetupView }) {
  const { text, connection, router } = useModel();
  const draft = useMemo(() => new SetupDraft(view), [view]);
  const tried = useSignal<Tried | undefined>(undefined);
  const saving = useAction();
  const step = stepAt(router.route.value.id);
  const words = text.setup.steps[step];
  const go = (to: typeof step): void => router.go("setup", pathOf(to));
  const next = (): void => {
    const to = nextOf(step);
    if (to === undefined) router.go("desk");
    else if (step === LAST_ASKED && view.canWrite) save(to);
    else go(to);
  };
  const save = (to: typeof step): void =>
    saving.run(async () => {
      await connection.call("setup.write", draft.answers);
      draft.written();
      go(to);
    });
  // What is typed, the password too, stays while the library's own standard is being read.
  if (view.isFirstRun && router.route.value.page === "standards") return <OwnStandard draft={draft} />;
  return (
    <div class="setup" data-testid="setup">
      <SetupAside step={step} isFirstRun={view.isFirstRun} onStep={go} />
      <main>
        <div class="setup-body" key={step}>
          <p class="ti-cap">{text.setup.step(STEPS.indexOf(step) + 1, STEPS.length)}</p>
          <h1>{words.title}</h1>
          <p class="ti-lead">{words.lead}</p>
          {step === "desk" ? <DeskStep draft={draft} /> : null}
          {step === "database" ? <DatabaseStep draft={draft} tried={tried} /> : null}
          {step === "way" ? <WayStep draft={draft} /> : null}
          {step === "standard" ? <StandardStep draft={draft} /> : null}
          {step === "devices" ? <DevicesStep /> : null}
          {step === "operators" ? <OperatorsStep /> : null}
          {step === "card" ? <CardStep /> : null}
          <FaultNote fault={saving.fault} />
        </div>
        <SetupFoot
          step={step}
          view={view}
          draft={draft}
          isMended={tried.value?.findings.every(({ outcome }) => outcome !== "fail") === true}
          saving={saving}
          onBack={go}
          onNext={next}
        />
      </main>
    </div>
  );
}
