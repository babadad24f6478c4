import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";
import type { Messages } from "../../messages/id.ts";

export interface DeviceTest {
  readonly way: "photo" | "scan" | "print";
  readonly label: string;
  /** What it does, and what it uses up. */
  readonly lead: string;
}

/** How a device of this kind is tried; undefined where there is nothing to try, or it is switched off. */
export function testOf(
  { kind, capabilities }: Pick<DeviceView, "kind" | "capabilities">,
  { care }: Messages,
): DeviceTest | undefined {
  if (capabilities.includes("card-printer"))
    return { way: "print", label: care.tests.print, lead: care.testCard };
  if (capabilities.includes("sheet-printer"))
    return { way: "print", label: care.tests.print, lead: care.testSheet };
  if (capabilities.includes("receipt-printer"))
    return { way: "print", label: care.tests.print, lead: care.testReceipt };
  if (kind === "camera" && capabilities.includes("camera"))
    return { way: "photo", label: care.tests.camera, lead: care.testPhotoHint };
  if (capabilities.includes("scanner"))
    return { way: "scan", label: care.tests.scanner, lead: care.testScan };
  return undefined;
}
