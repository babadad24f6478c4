import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

export const UpdatesSection = section(
  {
    from: Type.Optional(
      Type.String({
        "x-server": true,
        minLength: 1,
        maxLength: 1000,
        ...RESTART,
        description:
          "Where new versions come from: a folder (a share, a stick) or the http(s) address of a folder on the library's own server. Left out: nobody looks; `titian update apply --from` still takes one.",
      }),
    ),
    checkEveryHours: Type.Integer({
      default: 6,
      minimum: 1,
      maximum: 168,
      ...RESTART,
      description: "Hours between two looks.",
    }),
    install: Type.Enum(["asked", "idle"], {
      default: "asked",
      ...RESTART,
      description:
        "`asked`: when a technician says so; `idle`: by itself, once nobody has worked at the desk for half an hour. Never during a running case.",
    }),
  },
  "New versions of Titian. Only those signed with a key in `update-keys` beside this file, or in the installed package, are taken.",
);
