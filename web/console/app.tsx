import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { PhotoDeskProvider } from "../photo/photo-desk.ts";
import { prefixesOf } from "../scanning/desk-wedges.ts";
import { BoardPage } from "./board/board-page.tsx";
import { CalendarPage } from "./calendar/calendar-page.tsx";
import { CardsPage } from "./cards/cards-page.tsx";
import { ComplaintsPage } from "./complaints/complaints-page.tsx";
import { DeskPage } from "./desk/desk-page.tsx";
import { DevicesPage } from "./devices/devices-page.tsx";
import { VoidedScan } from "./hand-over/voided-scan.tsx";
import { installKeyboard } from "./keyboard.ts";
import { NoPinNote } from "./operators/no-pin-note.tsx";
import { OperatorsPage } from "./operators/operators-page.tsx";
import { PrintPage } from "./print/print-page.tsx";
import { PrivacyPage } from "./privacy/privacy-page.tsx";
import { PunctualityPage } from "./punctuality/punctuality-page.tsx";
import { Banner } from "./shell/banner.tsx";
import { FootLine } from "./shell/foot-line.tsx";
import { HelpDialog } from "./shell/help-dialog.tsx";
import { Loading } from "./shell/loading.tsx";
import { TopBar } from "./shell/top-bar.tsx";
import { PermittedPage } from "./sign-in/permitted-page.tsx";
import { SignInPage } from "./sign-in/sign-in-page.tsx";
import { StandardsPage } from "./standards/standards-page.tsx";
import { SetupPage } from "./start/setup-page.tsx";
import { type ConsoleModel, ModelProvider, useModel } from "./state/model.ts";
import { SurveyPage } from "./survey/survey-page.tsx";

const PAGES = {
  desk: DeskPage,
  print: PrintPage,
  board: BoardPage,
  cards: CardsPage,
  standards: StandardsPage,
  calendar: CalendarPage,
  punctuality: PunctualityPage,
  survey: SurveyPage,
  complaints: ComplaintsPage,
  privacy: () => (
    <PermittedPage to="privacy.get">
      <PrivacyPage />
    </PermittedPage>
  ),
  devices: DevicesPage,
  operators: OperatorsPage,
  setup: () => (
    <PermittedPage to="setup.get">
      <SetupPage />
    </PermittedPage>
  ),
} as const;

export function App({ model }: { readonly model: ConsoleModel }) {
  return (
    <ModelProvider value={model}>
      <PhotoDeskProvider value={model}>
        <Shell />
      </PhotoDeskProvider>
    </ModelProvider>
  );
}

function Shell() {
  const model = useModel();
  const isHelpOpen = useSignal(false);
  const { page } = model.router.route.value;

  useEffect(() => {
    const keyboard = installKeyboard({
      prefixes: () => prefixesOf(model.desk.devices.value),
      scanned: (scan) => void model.submitScan(scan),
      help: () => {
        isHelpOpen.value = true;
      },
      find: () => model.find(),
      call: () => model.callNumber(),
      back: () => model.back(),
    });
    return () => keyboard[Symbol.dispose]();
  }, [model]);

  const Page = PAGES[page];
  const { facts } = model.desk;
  // Before there is a desk there is nothing else to show.
  const isSetup = page === "setup" && model.operator.needed(["setup.get"]) === undefined;
  if (facts.value && !model.operator.isLocked.value && (isSetup || facts.value.isFirstRun))
    return (
      <div class="ti-page">
        <Banner />
        <SetupPage />
      </div>
    );
  return (
    <div class="ti-page">
      <TopBar />
      <Banner />
      {model.operator.isLocked.value ? (
        <SignInPage />
      ) : (
        <>
          <NoPinNote />
          <VoidedScan />
          {model.desk.facts.value ? <Page /> : <Loading />}
        </>
      )}
      {model.operator.isLocked.value ? null : <FootLine />}
      {isHelpOpen.value ? (
        <HelpDialog
          onClose={() => {
            isHelpOpen.value = false;
          }}
        />
      ) : null}
      <p class="ti-vh" aria-live="polite" role="status">
        {model.announcement.value}
      </p>
    </div>
  );
}
