import type { survey as id } from "./id-survey.ts";

export const survey: typeof id = {
  title: "Satisfaction survey",
  offer: {
    title: "Ask the visitor",
    lead: "Turn the screen to the visitor. Nine questions, no name.",
    open: "Open the survey",
    later: "Not now",
    phone: "Or scan with a phone on the library's Wi‑Fi.",
    qr: "The survey's QR code",
    done: "The survey is filled in. Thank you.",
  },
  stillMissing: (count: string) => `${count} questions have no answer yet`,
  close: "Close",
  none: "No answers counted in this period yet",
  noneHint:
    "The survey is offered on the screen after a card is handed over. Answers are counted once there are five of one service.",
  index: (n: string) => `index (IKM) of ${n} answers`,
  grade: "grade of the service",
  timeMean: "U3 time, mean of 1–4",
  onTime: (judged: string) => `on time, of ${judged} measured cases`,
  waiting: (n: string) =>
    `${n} answers wait. Answers of one service are counted in fives, so that none can be traced to a person.`,
  elements: "Result by element",
  columns: { element: "Element", mean: "Mean", index: "Index", grade: "Grade", answers: "Answers" },
  elementLegend: "mean, 1 to 4",
  beside: "Time: opinion and measurement",
  opinion: "What visitors think (U3)",
  opinionOf: (mean: string, grade: string) => `${mean} of 4, grade ${grade}`,
  measured: "On time, measured",
  median: "Median service time",
  promise: "The standard's promise",
  tooFewCases: "fewer than five cases",
  months: "By month",
  services: "By service",
  people: "Who answered",
  notSaid: "Not said",
  how: "No names and no times. The mean is of answers from 1 to 4; the index is the sum of means × 1/9, times 25. Grades: A from 88.31, B 76.61, C 65.00. Compare this table with the regulation in force before quoting it.",
  kiosk: {
    off: "The survey on visitors' phones is not switched on. A technician does so in titian.toml, under [survey].",
    opening: "The survey on phones is being opened.",
    open: (address: string) => `The survey on phones is open at ${address}.`,
    "port-taken":
      "The survey on phones is shut: another program uses its port. Close that program, or change survey.port.",
    "address-missing":
      "The survey on phones is shut: this PC has no address as in survey.address. Check the network, or change the address.",
    "not-permitted": "The survey on phones is shut: Titian may not use that port. Change survey.port.",
    failed: "The survey on phones is shut: the network cannot be used. Titian tries again every half minute.",
    resting:
      "The survey on phones is shut for a moment: too many requests from the network. Titian opens it again by itself.",
  },
  loading: "Counting answers",
};
