import { isPrivateAddress } from "../survey/private-address.ts";

/** What the survey's schema cannot see. The draft may still have the wrong shape. */
export function surveyProblems(draft: unknown, serverPort: unknown): readonly string[] {
  const { kiosk, address, port } = (draft ?? {}) as Record<string, unknown>;
  if (kiosk !== true) return [];
  if (typeof address !== "string")
    return ["/survey/address is missing: this PC's own address on the library's network"];
  return [
    ...(isPrivateAddress(address)
      ? []
      : [`/survey/address "${address}" is not an address of a private network such as 192.168.1.20`]),
    ...(port === serverPort && port !== 0
      ? [`/survey/port ${String(port)} is server.port; the kiosk needs its own`]
      : []),
  ];
}
