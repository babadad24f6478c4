import { Bar } from "./bar/bar.tsx";
import { type CompanionModel, CompanionProvider } from "./companion-model.ts";

export function Companion({ model }: { readonly model: CompanionModel }) {
  return (
    <CompanionProvider value={model}>
      <div class="companion">
        <Bar />
      </div>
    </CompanionProvider>
  );
}
