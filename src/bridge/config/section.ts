import { Type } from "typebox";

/** Takes effect at the next start. */
export const RESTART = { "x-restart": true } as const;
export const strict = { additionalProperties: false } as const;

/** A section whose every value has a default may be left out of the file. */
export const section = <const P extends Parameters<typeof Type.Object>[0]>(
  properties: P,
  description: string,
) => Type.Object(properties, { ...strict, default: {}, description });
