import { Type } from "typebox";
import { passwordFile, RESTART, section } from "./section.ts";

export const PhotoSection = section(
  {
    keepOriginalDays: Type.Integer({
      default: 7,
      minimum: 0,
      maximum: 365,
      ...RESTART,
      description:
        "Days for which the picture that a photo was cut from is kept, encrypted, after INLISLite has the photo or the case is over. Until then its edits can be undone.",
    }),
    direct: Type.Boolean({
      default: false,
      ...RESTART,
      description:
        "Write photos kept in the console straight into INLISLite: a file into its folder, and the four columns of a photo in its table. Off: only INLISLite's own pages store photos.",
    }),
    folder: Type.Optional(
      Type.String({
        "x-folder": true,
        minLength: 1,
        maxLength: 1000,
        ...RESTART,
        description:
          "INLISLite's photo folder as this PC reaches it: `.../uploaded_files/foto_anggota` in 3.2, `.../public/uploads/anggota` in 3.3.",
      }),
    ),
    updateBy: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2_147_483_647,
        ...RESTART,
        description:
          "Id of the INLISLite staff user in whose name rows are changed; best one made for Titian.",
      }),
    ),
    user: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 80,
        ...RESTART,
        description:
          "Database user that may write photos; `titian inlislite grants --photo` prints how to make it. Left out: `inlislite.user`.",
      }),
    ),
    passwordFile: passwordFile(),
  },
  "Photos straight into INLISLite, without its pages.",
);
