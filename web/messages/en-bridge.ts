import type { BridgeText } from "./id-bridge.ts";

export const bridge: BridgeText = {
  title: "Titian bridge",
  keepOpen: "Leave this window open while you work in INLISLite.",
  page: "For the page",
  why: "The browser does not let INLISLite's page reach the devices of this desk by itself. This window passes it on.",
  states: {
    alone: {
      title: "No page yet",
      mend: "Open this window with Titian's button in INLISLite's page. This one may be closed.",
    },
    knocking: {
      title: "Looking for INLISLite's page",
      mend: "It connects by itself as soon as the page is ready.",
    },
    connecting: { title: "Connecting", mend: "Ready in a moment." },
    pairing: {
      title: "Waiting for the desk's permission",
      mend: "Compare the code in INLISLite's page, then allow it in Titian's console.",
    },
    open: { title: "Connected", mend: "This window may be minimised." },
    away: {
      title: "Titian does not answer",
      mend: "It is tried again by itself. See that Titian runs on this PC.",
    },
    left: { title: "INLISLite's page was closed", mend: "This window may be closed." },
  },
};
