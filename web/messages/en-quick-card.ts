import type { quickCard as indonesian } from "./id-quick-card.ts";

export const quickCard: typeof indonesian = {
  title: "Titian at the desk",
  lead: "Open http://localhost:9700 in this computer's browser. Press F2 and type a name, or scan a card, then Start.",
  print: "Print this page",
  printHint: "One sheet of A4. Hang it beside the screen.",
  link: "Quick card to print",
  stepsTitle: "Steps of a service",
  stepsNote: "Your library's standard may differ. The screen always shows the next step.",
  reasonsTitle: "When a device has stopped",
  rules: [
    "Time runs by itself. When the applicant leaves for a while, press Pause and choose the reason.",
    "No card came out? Do not print it again from another program. Titian knows which cards are printed.",
  ],
  technician: "Technician and telephone:",
};
