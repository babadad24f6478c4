import { CASE_KINDS } from "../../sla/case-event.ts";
import { coversService, stepSumSeconds } from "../../sla/service.ts";
import type { Standard } from "../../sla/standard.ts";
import type { StandardView } from "../protocol/shapes.ts";

/** The kind of case that shows a standard's own steps. */
const KIND_OF = { issue: "new", renewal: "renewal", replacement: "lost" } as const;

/** A standard as pages list it: what was promised, and every doubt about it. */
export function standardView(standard: Standard, isPreset: boolean): StandardView {
  const { kind } = standard.service;
  const channels = standard.channels.map(({ id }) => id);
  const [channel = "in-person"] = channels;
  return {
    id: standard.id,
    version: standard.version,
    title: standard.service.title,
    institution: standard.institution.name,
    ...{ isPreset, kind },
    cases: CASE_KINDS.filter((one) =>
      channels.some((way) => coversService(standard, { kind: one, channel: way })),
    ),
    channels: [...new Set(channels)],
    publishedText: standard.promise.published.text,
    publishedSeconds: standard.promise.published.seconds,
    stepSumSeconds: stepSumSeconds(standard, { kind: KIND_OF[kind], channel }),
    issues: standard.issues
      .filter(({ resolution }) => resolution === null)
      .map(({ code, severity, text }) => ({ code, severity, text: text.slice(0, 1_000) })),
  };
}
