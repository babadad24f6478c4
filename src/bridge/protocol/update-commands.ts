import { command, Empty, QUICK, READ } from "./command.ts";
import { UpdateView } from "./update-shapes.ts";

/** New versions of Titian itself. */
export const UPDATE_COMMANDS = {
  "update.get": command({
    since: 1,
    summary: "Which version runs, and which could.",
    params: Empty,
    result: UpdateView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "update.check": command({
    since: 1,
    summary: "Look now whether a newer version lies where they come from.",
    params: Empty,
    result: UpdateView,
    deadlineMs: 60_000,
    consoleOnly: true,
  }),
  "update.apply": command({
    since: 1,
    summary:
      "Fetch and check the version that is offered, and change to it as soon as no case runs and no card is printed.",
    params: Empty,
    result: UpdateView,
    deadlineMs: 60_000,
    consoleOnly: true,
  }),
  "update.takeBack": command({
    since: 1,
    summary:
      "Go back to the version before. Refused while somebody is served, and where that version could not read what was written since.",
    params: Empty,
    result: UpdateView,
    deadlineMs: READ,
    consoleOnly: true,
  }),
} as const;
