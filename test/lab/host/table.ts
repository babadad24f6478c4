import type { Chapter } from "../guest/chapter.ts";
import type { Row } from "../guest/report.ts";

/** The table of every check that there is, as it last ran; one without a row has failed, whatever kept it from running. */
export function tableOf(
  chapters: readonly Chapter[],
  rows: readonly Row[],
): { readonly text: string; readonly isGood: boolean } {
  const all = chapters.flatMap(({ name: chapter, checks }) =>
    checks.map((name): Row => {
      const row = rows.findLast((one) => one.chapter === chapter && one.name === name);
      return row ?? { chapter, name, seen: "did not run", ms: 0, passed: false };
    }),
  );
  const failed = all.filter(({ passed }) => !passed).length;
  const lines = all.map(
    ({ chapter, name, seen, ms, passed }) =>
      `| ${chapter} | ${name} | ${seen.replaceAll("|", "/")} | ${ms} | ${passed ? "PASS" : "FAIL"} |`,
  );
  const head = ["| device | check | seen | ms | |", "| --- | --- | --- | ---: | --- |"];
  const sum = `${all.length - failed} of ${all.length} checks passed`;
  return { text: [...head, ...lines, "", sum].join("\n"), isGood: all.length > 0 && failed === 0 };
}
