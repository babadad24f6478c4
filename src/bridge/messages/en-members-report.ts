import type { MembersReportWords } from "./members-report-words.ts";

export const EN_MEMBERS_REPORT: MembersReportWords = {
  title: "Summary of members",
  registered: "members registered in this period",
  all: "members registered by its end",
  served: "cards served and finished",
  away: "members could not be counted",
  awayNote:
    "INLISLite was out of reach when this report was made, so there are no numbers of members in it. Make it again once INLISLite is connected.",
  parts: {
    sex: { title: "Members by sex", head: "Sex" },
    age: { title: "Members by age", head: "Age" },
    type: { title: "Members by type", head: "Type of member" },
  },
  sexes: { male: "Male", female: "Female" },
  ages: {
    ...{ "0-12": "0–12 years", "13-17": "13–17 years", "18-24": "18–24 years" },
    ...{ "25-44": "25–44 years", "45-59": "45–59 years", "60+": "60 years and over" },
  },
  notFilledIn: "Not filled in",
  newOnes: "New",
  together: "All",
  byKind: "Cards served at this desk",
  kindHead: ["Kind of service", "Cases"],
  empty: "No members registered.",
  how: (ageOn) =>
    `Members are counted in INLISLite's database by the day of registration; only the numbers are read. A month counts who registered in it, New all months of this period, All every member registered by its end. Ages are those of ${ageOn}. Empty columns, zero dates and impossible ages are under Not filled in.`,
  undated: (n) => `${n} members have no date of registration that can be read; they are only under All.`,
  notGranted: "Titian may not count this yet. For the technician: titian inlislite grants --statistics.",
};
