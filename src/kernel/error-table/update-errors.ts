import type { ErrorTable } from "./error-table.ts";

/** New versions of Titian itself. */
export const UPDATE_ERRORS = {
  UPDATE_NOT_INSTALLED: {
    remedy: "fix-request",
    summary: "This Titian was not started by its launcher, so it cannot be replaced.",
  },
  UPDATE_NO_SOURCE: { remedy: "fix-request", summary: "No place is configured that updates come from." },
  UPDATE_SOURCE_AWAY: {
    remedy: "retry-later",
    summary: "The folder or server that updates come from does not answer.",
  },
  UPDATE_UNTRUSTED: {
    remedy: "fix-request",
    summary: "No trusted key has signed this release as it is.",
  },
  UPDATE_UNUSABLE: {
    remedy: "fix-request",
    summary: "The release is signed and is nothing that this desk can run.",
  },
  UPDATE_NOT_NEWER: { remedy: "fix-request", summary: "The release is not newer than what runs." },
  UPDATE_TOO_FAR: {
    remedy: "fix-request",
    summary: "The release may not replace a version as old as this one.",
  },
  UPDATE_RULED_OUT: {
    remedy: "fix-request",
    summary: "This version was tried here and was left behind.",
  },
  UPDATE_NOTHING_NEW: { remedy: "fix-request", summary: "There is no newer version to install." },
  UPDATE_DAMAGED: {
    remedy: "fix-request",
    summary: "The archive is not the one that was signed.",
  },
  UPDATE_NO_ROOM: { remedy: "fix-device", summary: "The disk has no room for another version." },
  UPDATE_DOES_NOT_RUN: {
    remedy: "report-bug",
    summary: "The new version's program does not start on this machine.",
  },
  UPDATE_BUSY: { remedy: "retry-later", summary: "An update is being fetched or installed." },
  UPDATE_NOTHING_BEFORE: { remedy: "fix-request", summary: "There is no earlier version to go back to." },
  UPDATE_DESK_BUSY: { remedy: "retry-later", summary: "A case is running or a card is being printed." },
  UPDATE_WORK_SINCE: {
    remedy: "fix-request",
    summary:
      "The store has another shape since the update, and work was done in it that the earlier version could not read.",
  },
  UPDATE_NOT_HEALTHY: {
    remedy: "report-bug",
    summary: "The new version started and does not answer as it should.",
  },
  UPDATE_ON_TRIAL: {
    remedy: "retry-later",
    summary: "A new version is still being tried: pages are admitted once it is known to stay.",
  },
} as const satisfies ErrorTable;
