import type { waiting as original } from "./id-waiting.ts";

export const waiting: typeof original = {
  waiting: {
    title: "Waiting for a card",
    count: (total) => (total === "1" ? "1 person" : `${total} people`),
    reasons: { online: "Registered online", renewed: "Renewed", new: "New member" },
    since: (at) => `since ${at}`,
    today: "today",
    more: (count) => `and ${count} more. Search by number or name.`,
    none: "Nobody waits for a card",
    noneHint: "Online registrations, renewals and new members in INLISLite appear here.",
    loading: "Reading members from INLISLite",
    loaded: (members, percent) => `${members} members, ${percent} percent`,
    firstAway: "INLISLite is not yet in reach.",
    firstAwayMend: "The list appears by itself once connected. Members can be searched after that.",
    asOf: (at) => `INLISLite's data as of ${at}.`,
    away: (at) => `INLISLite's data as of ${at}, before it was lost.`,
  },
  sync: {
    off: "no copy of members",
    loading: (members, percent) => `reading members: ${members}, ${percent} percent`,
    following: (members) => `${members} members copied`,
    away: (members, at) => `${members} members copied as of ${at}`,
    empty: "the copy of members is still empty",
    heard: (at) => `last answered ${at}`,
    compared: (at) => `compared ${at}`,
    notCompared: "not yet compared in full",
    clockOk: "server clock agrees",
    clockAhead: (time) => `server clock ${time} ahead`,
    clockBehind: (time) => `server clock ${time} behind`,
  },
};
