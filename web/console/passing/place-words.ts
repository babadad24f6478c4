import type { HolderView } from "../../../src/bridge/protocol/intake-shapes.ts";
import type { Messages } from "../../messages/id.ts";

/** `Loket 2`, or `Bu Rina, Loket 2`. */
export const placeWords = ({ officer, title }: HolderView, { passing }: Messages): string =>
  officer === null ? title : passing.officerAt(officer, title);
