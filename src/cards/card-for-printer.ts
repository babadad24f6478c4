import type { CardForPrinter, RenderedCard } from "./print-job.ts";

/** A drawn card under the name that the printer's queue shows. */
export function forPrinter(
  jobName: string,
  { front, back, pdf, bothSidesPdf }: RenderedCard,
): CardForPrinter {
  return { jobName, png: front.headPng, pdf, ...(back && { backPng: back.headPng, bothSidesPdf }) };
}
