import type { SETUP_ERRORS as Codes } from "../../kernel/error-table/setup-errors.ts";

/** titian.toml, as the first run and the console write it. */
export const SETUP_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  SETUP_NOT_WRITABLE:
    "The settings of this PC may not be written from here. Ask the technician to change titian.toml and to start Titian again.",
  SETUP_FILE_ODD:
    "The file titian.toml is written in a way that cannot be changed from here. Open the file and change it there.",
  SETUP_INVALID:
    "Something does not fit yet. Look again at the desk's name, the time zone and the addresses.",
  SETUP_PASSWORD_NEEDED:
    "The password for this database server has not been typed. The kept one is for the old server only: type it again.",
  SETUP_BUSY: "A card is being printed. Wait until it is done, then save again.",
};
