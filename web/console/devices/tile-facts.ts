import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import type { Messages } from "../../messages/id.ts";
import { stateOf } from "./device-order.ts";
import { reasonText } from "./reason-text.ts";

interface TileFacts {
  /** In bold: what is so. */
  readonly what: string;
  /** As a sentence: what to do, or what is left. */
  readonly mend: string;
}

/** What a tile says of its device; `clock` writes a time as people here do. */
export function tileFacts(device: DeviceView, text: Messages, clock: (at: string) => string): TileFacts {
  const { health, kind, lastUsedAt } = device;
  const state = stateOf(device);
  const [first, ...others] = health.reasons;
  if (state === "off") return { what: text.care.off, mend: text.care.offMend };
  if (state === "working") {
    const isCamera = kind === "camera" || kind === "photo-folder";
    return { what: isCamera ? text.care.taking : text.care.printing, mend: leftOf(device, text) };
  }
  if (first === undefined) {
    const what = lastUsedAt === null ? text.devices.ready : lastUse(kind, text, clock(lastUsedAt));
    return { what, mend: leftOf(device, text) || text.devices.noAction };
  }
  const { what, mend } = reasonText(text, first);
  const beside = others.map((reason) => reasonText(text, reason).what.toLowerCase()).join(", ");
  return { what, mend: beside === "" ? mend : `${mend} (${beside})` };
}

function lastUse(kind: DeviceView["kind"], text: Messages, at: string): string {
  if (kind === "scanner") return text.care.lastScan(at);
  return kind === "camera" || kind === "photo-folder" ? text.care.lastPhoto(at) : text.care.lastPrint(at);
}

/** The scarcest of what it uses up; empty when it cannot tell. */
function leftOf({ supplies }: DeviceView, text: Messages): string {
  const share = ({ percent, left }: DeviceView["supplies"][number]): number => left ?? percent ?? 100;
  const [scarcest] = supplies
    .filter(({ kind }) => kind !== "cleaning")
    .toSorted((a, b) => share(a) - share(b));
  if (!scarcest) return "";
  const kind = text.care.supplies[scarcest.kind];
  if (scarcest.left !== null) return text.care.enough(kind, scarcest.left);
  return scarcest.percent === null ? "" : text.care.percent(kind, scarcest.percent);
}
