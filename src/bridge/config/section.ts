import { Type } from "typebox";

/** Takes effect at the next start. */
export const RESTART = { "x-restart": true } as const;
export const strict = { additionalProperties: false } as const;

/** A section whose every value has a default may be left out of the file. */
export const section = <const P extends Parameters<typeof Type.Object>[0]>(
  properties: P,
  description: string,
) => Type.Object(properties, { ...strict, default: {}, description });

/** Of the user that the section names; never shown. */
export const passwordFile = () =>
  Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1000,
      ...RESTART,
      "x-secret": true,
      description: "File whose first line is that user's password. Readable by Titian's user only.",
    }),
  );

/** Of MySQL and everything compatible with it. */
export const databasePort = () =>
  Type.Integer({
    default: 3306,
    minimum: 1,
    maximum: 65_535,
    ...RESTART,
    description: "Its TCP port.",
  });
