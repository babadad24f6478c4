import type { reports as id } from "./id-reports.ts";

export const reports: typeof id = {
  open: "Reports",
  title: "Make a report",
  lead: "To sign, to file, or to work on.",
  which: "Report",
  kinds: {
    ...{ punctuality: "Punctuality", register: "Register", materials: "Materials" },
    ...{ complaints: "Complaints", year: "Year", survey: "Survey (SKM)", members: "Members" },
  },
  leads: {
    punctuality:
      "Punctuality, the time of each step against its target, reasons for being late, and room to sign.",
    register:
      "The cases of one day with number, name and a column to sign. It holds member data: keep it safe.",
    materials: "Cards, paper, ribbon and pouches: opening, received, used, spoiled, closing.",
    complaints:
      "How many, by which channel, of what, how soon answered, steps and outcomes. Nobody's words and no names.",
    year: "The whole year, month by month.",
    survey: "The index, its nine elements, and what people think of the time beside the measured time.",
    members: "Members by month, sex, age and type. Counted in INLISLite; no names.",
  },
  days: (days: string) => `Period: ${days}`,
  day: "Day",
  paper: "Paper of the PDF",
  making: "Being drawn up",
  made: (name: string) => `${name} has been downloaded`,
};
