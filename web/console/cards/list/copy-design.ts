import type { DesignsView, DesignView } from "../../../../src/bridge/protocol/design-shapes.ts";
import type { Messages } from "../../../messages/id.ts";
import type { Connection } from "../../connection.ts";
import { freeName } from "./free-name.ts";

/** Keeps a copy as a draft of the library's own and says its name. */
export async function copyDesign(
  connection: Connection,
  design: DesignView,
  view: DesignsView | undefined,
  text: Messages,
): Promise<string> {
  const { name, version } = design;
  const { template } = await connection.call("design.get", { name, version });
  const copy = freeName(design, view?.designs ?? [], text);
  const draft = { template: { ...template, ...copy }, pictures: [], basedOn: { name, version } };
  await connection.call("design.save", { draft, expects: null });
  return copy.name;
}
