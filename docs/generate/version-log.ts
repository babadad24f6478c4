/** What each schema version brought, newest first. A test compares it with the `since` of every command and event. */
export const VERSION_LOG = [
  {
    schema: 1,
    brought:
      "the conversation itself; desk, members, standards and pairing; cases, photo, card, print jobs and scans; cameras and devices.",
  },
] as const;
