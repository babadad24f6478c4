import { Type } from "typebox";
import { passwordFile, RESTART, section } from "./section.ts";

export const MailSection = section(
  {
    host: Type.Optional(
      Type.String({
        "x-server": true,
        minLength: 1,
        maxLength: 255,
        ...RESTART,
        description: "The office's mail server, for digital cards. Left out: Titian sends no mail by itself.",
      }),
    ),
    port: Type.Integer({
      default: 587,
      minimum: 1,
      maximum: 65_535,
      ...RESTART,
      description: "Its TCP port: 587 with `starttls`, 465 with `tls`.",
    }),
    security: Type.Enum(["starttls", "tls", "none"], {
      default: "starttls",
      ...RESTART,
      description:
        "How the line is encrypted; the server's certificate must hold for `mail.host`. `none` only for a server on this PC.",
    }),
    caFile: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1000,
        ...RESTART,
        description:
          "File with the certificate (PEM) of an office's own authority, where the server has none that everybody trusts.",
      }),
    ),
    user: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 254,
        ...RESTART,
        description: "User to log in as. Left out: the server takes mail from this PC without one.",
      }),
    ),
    passwordFile: passwordFile(),
    from: Type.Optional(
      Type.String({
        maxLength: 254,
        pattern: "^[^\\s@<>]+@[^\\s@<>]+$",
        ...RESTART,
        description: "The library's own address, which the letters come from.",
      }),
    ),
  },
  "The office's mail server.",
);
