import type { UPDATE_ERRORS as Codes } from "../../kernel/error-table/update-errors.ts";

/** New versions of Titian. */
export const UPDATE_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  UPDATE_NOT_INSTALLED:
    "This Titian was started directly and not by its installer. Update it the way it was installed.",
  UPDATE_NO_SOURCE: "No place is set that new versions come from. Fill in [updates] from in titian.toml.",
  UPDATE_SOURCE_AWAY:
    "The folder or server with new versions cannot be reached. Check the network, or plug the stick in again.",
  UPDATE_UNTRUSTED:
    "This version is not signed by a maker that is trusted here, or was changed. Do not install it; fetch it again from its official source.",
  UPDATE_UNUSABLE: "This version is not made for this computer. Fetch the file for this kind of computer.",
  UPDATE_NOT_NEWER: "That version is not newer than the one that runs. Nothing needs to be installed.",
  UPDATE_TOO_FAR:
    "That version is too far from the one that runs. Install one in between first, or the full package.",
  UPDATE_RULED_OUT:
    "That version was tried at this desk and left behind. Wait for the next one, or install its full package.",
  UPDATE_NOTHING_NEW: "There is no newer version. Check again once its files are in place.",
  UPDATE_DAMAGED: "The new version's file is damaged or cut off. Copy or download it again, then try again.",
  UPDATE_NO_ROOM: "The disk has no room for the new version. Make room, then try again.",
  UPDATE_DOES_NOT_RUN:
    "The new version does not run on this computer. The present one stays; tell the makers of Titian.",
  UPDATE_BUSY: "A new version is being fetched or installed. Wait until that is done.",
  UPDATE_NOTHING_BEFORE: "No earlier version is kept. Install the full package of the version you want.",
  UPDATE_DESK_BUSY: "Somebody is being served or a card is being printed. Finish that first, then try again.",
  UPDATE_WORK_SINCE:
    "Services were recorded since the update, and the old version cannot read them. Wait for a version that mends it.",
  UPDATE_NOT_HEALTHY:
    "The new version does not answer as it should. Titian goes back to the earlier one by itself.",
  UPDATE_ON_TRIAL:
    "A new version of Titian is being checked. Wait a few seconds; nothing needs to be pressed.",
};
