import type { ScreenText } from "./id-screens.ts";

export const screens: ScreenText = {
  roomTitle: "Waiting room",
  called: "Please go to",
  nobodyYet: "No number has been called yet",
  nobodyYetHint: "The number that is called appears here.",
  earlier: "Called before",
  waiting: (count) =>
    count === 0 ? "Nobody is waiting" : `${count} ${count === 1 ? "number" : "numbers"} waiting`,
  next: (numbers) => `Next: ${numbers}`,
  missed: (numbers) => `Missed, please ask: ${numbers}`,
  promise: (published) => `Our promise: ${published}`,
  fromTicket: "counted from your ticket",
  fromCall: "counted from the call, without the queue",
  lost: "This screen has lost the desk.",
  lostSince: (at) => `The numbers below are from ${at}. Please listen for the officer.`,
  lostMend: "Please listen for the officer.",
  controls: "Screen settings",
  fullScreen: "Full screen",
  soundOn: "Sound at a call: on",
  soundOff: "Sound at a call: off",
  soundHeld: "The sound waits for one touch of this screen",
  toDark: "Dark",
  toLight: "Light",
  kioskTitle: "Take a queue number",
  kioskAsk: "Choose a service to take a number",
  kioskTake: "Take a number",
  kioskOther: "Another service",
  kioskBusy: "Your number is being printed",
  kioskFailed: "No number could be given yet. Press once more, or ask the officer for one.",
  kioskAway: "No number can be taken here now.",
  kioskAwayMend: "Please ask the officer at the desk.",
  kioskDone: "Done",
  yourNumber: "Your number",
  ahead: (count) =>
    count === 0
      ? "You are called next."
      : `${count} ${count === 1 ? "number is" : "numbers are"} before yours. Please wait for the call.`,
  takePaper: "Take your ticket from the printer.",
  noPaper: "The ticket was not printed. Remember or note this number; it is good.",
  kinds: {
    new: "New card",
    renewal: "Renewal",
    lost: "Lost card",
    damaged: "Damaged card",
  },
};
