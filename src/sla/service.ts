import type { CaseKind, Channel } from "./case-event.ts";
import type { Procedure, Requirement, ServiceKind, Standard } from "./standard.ts";

/** What the member came for and by which way. */
export interface Service {
  readonly kind: CaseKind;
  readonly channel: Channel;
}

const KINDS_OF: Readonly<Record<ServiceKind, readonly CaseKind[]>> = {
  issue: ["new"],
  renewal: ["renewal"],
  replacement: ["lost", "damaged"],
};

/** Whether the document promises anything for this kind of case and this channel. Outside it nothing can be late. */
export function coversService(standard: Standard, { kind, channel }: Service): boolean {
  const kinds = [...KINDS_OF[standard.service.kind], ...standard.service.alsoCovers];
  return kinds.includes(kind) && standard.channels.some(({ id }) => id === channel);
}

/** The authoritative procedure of the channel, or else the first one with steps of its own. */
export function procedureFor(standard: Standard, { kind, channel }: Service): Procedure | undefined {
  const fitting = standard.procedures.filter(
    ({ channels, kinds, steps }) =>
      steps.length > 0 && channels.includes(channel) && (kinds.length === 0 || kinds.includes(kind)),
  );
  return fitting.find(({ isAuthoritative }) => isAuthoritative) ?? fitting[0];
}

/**
 * The checklist for the desk. A requirement that names the kind of case stands in for those that depend on the
 * applicant's category; which category applies only the operator can see.
 */
export function requirementsFor(standard: Standard, { kind, channel }: Service): readonly Requirement[] {
  const fitting = standard.requirements.filter(
    ({ kinds, channels }) =>
      (kinds.length === 0 || kinds.includes(kind)) && (channels.length === 0 || channels.includes(channel)),
  );
  const isNamed = fitting.some(({ kinds }) => kinds.includes(kind));
  return isNamed ? fitting.filter(({ categories }) => categories.length === 0) : fitting;
}

/** Sum of the fixed targets. Null while any step is without one, unless the document says "as needed". */
export function stepSumSeconds(standard: Standard, service: Service): number | null {
  const steps = procedureFor(standard, service)?.steps.filter(({ targetKind }) => targetKind !== "as-needed");
  if (!steps || steps.length === 0) return null;
  let sum = 0;
  for (const { target } of steps) {
    if (target?.seconds == null) return null;
    sum += target.seconds;
  }
  return sum;
}
