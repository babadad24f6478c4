import { PhotoDeskProvider } from "../photo/photo-desk.ts";
import { Bar } from "./bar/bar.tsx";
import { DetailsPanel } from "./bar/details-panel.tsx";
import { CardsPanel } from "./cards/cards-panel.tsx";
import { type CompanionModel, CompanionProvider, useCompanion } from "./companion-model.ts";
import { PhotoDrawer } from "./drawer/photo-drawer.tsx";
import { ChoosePanel } from "./following/choose-panel.tsx";

export function Companion({ model }: { readonly model: CompanionModel }) {
  return (
    <CompanionProvider value={model}>
      <PhotoDeskProvider value={model}>
        <div class="companion">
          <Panels />
          <Bar />
        </div>
      </PhotoDeskProvider>
    </CompanionProvider>
  );
}

function Panels() {
  const { panel, page, member, choice, operator } = useCompanion();
  if (operator.isLocked.value) return null;
  const now = page.value;
  // Another member's page gets a panel of its own: nothing is carried over.
  const key = `${now?.kind} ${member.value?.memberId}`;
  switch (panel.value) {
    case "photo":
      return now?.photo ? <PhotoDrawer key={key} place={now.photo} /> : null;
    case "cards":
      return now ? <CardsPanel key={key} page={now} /> : null;
    case "choose":
      return choice.value ? <ChoosePanel /> : null;
    case "details":
      return <DetailsPanel />;
    default:
      return null;
  }
}
