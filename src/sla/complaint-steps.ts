import type { ComplaintStep, Standard } from "./standard.ts";

/** Where a document says nothing about how complaints are handled: received, handled, answered. The text is ours to give. */
const HANDLED: ComplaintStep = {
  ...{ seq: 1, text: "", performer: null, target: null, targetKind: "none", targetText: null, cites: [] },
};

/** The steps between receiving a complaint and answering it: the standard's own, else one without a time. */
export function complaintSteps({ complaints }: Pick<Standard, "complaints">): readonly ComplaintStep[] {
  const steps = complaints.procedure?.steps ?? [];
  return steps.length > 0 ? steps : [HANDLED];
}
