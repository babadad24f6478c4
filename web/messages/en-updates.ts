/** New versions of Titian, on the page of devices. */
export const updates = {
  offered: (version: string) => `Titian ${version} is available.`,
  ready: "Installing it closes this screen for some seconds.",
  apply: "Install now",
  fetching: (percent: number) => `Being fetched and checked: ${percent} %.`,
  waiting: "Installed in a moment.",
  switching: "Titian starts anew. Wait some seconds.",
  busy: {
    case: "Installed as soon as nobody is being served.",
    print: "Installed as soon as no card is being printed.",
  },
  left: (version: string) => `Titian ${version} was left behind.`,
  why: {
    "never-healthy":
      "It was tried three times and was never ready; the version before is used again. No record is lost.",
    "not-steady":
      "It was ready at first, and then ended or hung three times; the version before is used again. No record is lost.",
    damaged:
      "Its files have changed since they were signed; the version before is used again. No record is lost.",
    "taken-back": "A technician went back to the version before.",
  },
};
