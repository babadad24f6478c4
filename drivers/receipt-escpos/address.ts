import { parseUsbSelector, USB_SELECTOR, type UsbSelector } from "../../src/devices/index.ts";

/** Where a printer listens when its address names no port: "raw" printing, once HP's JetDirect. */
const RAW_PORT = 9_100;

const PATH = "/[A-Za-z0-9._:/-]{1,200}";
const TCP = "tcp://([A-Za-z0-9.-]{1,100}|\\[[0-9A-Fa-f:]{2,45}\\])(:[0-9]{1,5})?";
/** Windows allows nearly everything in a printer's name, except a comma; `\\server\name` is one on another computer. */
const SPOOLER = "winspool:[^\\x00-\\x1f,]{1,200}";

export const ADDRESS_PATTERN = `^(${PATH}|COM[0-9]{1,3}|${USB_SELECTOR}|${TCP}|${SPOOLER})$`;

export type Address =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "usb"; readonly selector: UsbSelector }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number }
  | { readonly kind: "spooler"; readonly printer: string };

/** Reads what `ADDRESS_PATTERN` lets pass. A path is a device file or a COM port; which kind it is shows when it opens. */
export function parseAddress(text: string): Address {
  const selector = parseUsbSelector(text);
  if (selector) return { kind: "usb", selector };
  const [, host, port] = /^tcp:\/\/(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(text) ?? [];
  if (host) return { kind: "tcp", host: host.replace(/^\[|\]$/g, ""), port: port ? Number(port) : RAW_PORT };
  const [, printer] = /^winspool:(.+)$/.exec(text) ?? [];
  return printer ? { kind: "spooler", printer } : { kind: "path", path: text };
}
