import type { CaseView, StandardView } from "../../../src/bridge/protocol/shapes.ts";

/** What the member came for and by which way. */
export type Service = Pick<CaseView, "kind" | "channel">;

export const promises = ({ cases, channels }: StandardView, { kind, channel }: Service): boolean =>
  cases.includes(kind) && channels.includes(channel);

/**
 * The desk's own standard where it promises something for this service, else one that this library has written. Another
 * library's is never chosen by itself: its promise is not this one's.
 */
export function fitting(standards: readonly StandardView[], otherwise: string, service: Service): string {
  const fits = standards.filter((standard) => promises(standard, service));
  if (fits.some(({ id }) => id === otherwise)) return otherwise;
  return fits.find(({ isPreset }) => !isPreset)?.id ?? otherwise;
}
