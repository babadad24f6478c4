import type { BindingName, Layer, Template } from "./template.ts";

/** What a card says of its member. The day of the print is not among it: the ledger has that. */
const OF_THE_MEMBER: readonly BindingName[] = [
  "fullName",
  "memberNo",
  "memberType",
  "validUntil",
  "registeredOn",
];

/** Whether a card without its back would lack something of its member, rather than terms and an address. */
export const isBackNeeded = ({ back }: Template): boolean => back?.layers.some(tellsMember) ?? false;

function tellsMember(layer: Layer): boolean {
  if (layer.kind === "barcode" || layer.kind === "qr" || layer.kind === "photo") return true;
  if (layer.kind !== "text") return false;
  return layer.content.some((part) => typeof part !== "string" && OF_THE_MEMBER.includes(part.bind));
}
