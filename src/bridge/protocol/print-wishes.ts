import { Type } from "typebox";

export const FrontOnly = Type.Boolean({
  description: "The back may stay blank. Left out: refused where the back has something of the member.",
});

export const IgnoreSupplies = Type.Boolean({
  description: "A person has looked: there is enough left, whatever printer and stock book say.",
});
