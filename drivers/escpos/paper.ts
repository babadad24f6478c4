/** Characters a line that the encoder knows paper for: 32 and 35 on 58 mm, the others on 80 mm. It throws at any other. */
export const COLUMNS = [32, 35, 42, 44, 48] as const;

/** Pages that Epson's table and most clones number alike (`ESC t` 16, 0, 2 and 19). Indonesian needs little more than ASCII. */
export const CODEPAGES = ["windows1252", "cp437", "cp850", "cp858"] as const;
export type Codepage = (typeof CODEPAGES)[number];

export const CUTTERS = ["partial", "full", "none"] as const;
export type Cutter = (typeof CUTTERS)[number];
