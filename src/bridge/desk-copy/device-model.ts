import { parseUsbSelector } from "../../devices/index.ts";
import type { CopiedDevice } from "./contents.ts";

type Model = CopiedDevice["model"];

/** Without serial number and socket: what every piece of this model has in common. */
export function modelOf(options: Readonly<Record<string, unknown>>): Model {
  const model: Model = {};
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === "string") model[name] = kindOf(value);
    else if (typeof value === "number" || typeof value === "boolean") model[name] = value;
  }
  return model;
}

/** Options of a driver may have been left to their defaults on one side. */
export function isOfModel(model: Model, options: Readonly<Record<string, unknown>>): boolean {
  const other = modelOf(options);
  const common = Object.keys(model).filter((name) => Object.hasOwn(other, name));
  const isSame = common.every((name) => model[name] === other[name]);
  return isSame && (common.length > 0 || Object.keys(model).length + Object.keys(other).length === 0);
}

export function kindOf(text: string): string {
  const usb = parseUsbSelector(text);
  return usb ? `usb:${usb.vendorId}:${usb.productId}` : text;
}
