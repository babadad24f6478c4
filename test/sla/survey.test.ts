import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SURVEY_ELEMENTS, type SurveyAnswer, type SurveyScore } from "../../src/sla/survey/questionnaire.ts";
import { FEWEST_ANSWERS, gradeOf, resultOf } from "../../src/sla/survey/survey-index.ts";
import { allOf, NO_ANSWERS, sumsOf } from "../../src/sla/survey/survey-sums.ts";

const answer = (...scores: number[]): SurveyAnswer => ({ scores: scores as SurveyScore[], bands: {} });

describe("the survey's index", () => {
  it("is the mean of each element, a ninth each, times 25: by hand", () => {
    const answers = [
      answer(4, 3, 2, 4, 3, 3, 4, 2, 3),
      answer(4, 3, 3, 4, 3, 4, 4, 3, 3),
      answer(3, 3, 3, 4, 4, 4, 4, 3, 3),
      answer(4, 4, 2, 4, 3, 3, 3, 3, 2),
      answer(3, 2, 1, 4, 4, 3, 4, 1, 3),
    ];
    const result = resultOf(allOf(answers.map(sumsOf)));
    // Sums of the columns, each divided by five.
    expect(result?.elements.map(({ mean }) => mean)).toEqual(
      [18, 15, 11, 20, 17, 17, 19, 12, 14].map((sum) => sum / 5),
    );
    // 143 / 5 = 28.6; divided by nine, times 25.
    expect(result?.index).toBeCloseTo(79.4444, 3);
    expect(result?.grade).toBe("B");
    expect(result?.elements[2]).toMatchObject({ element: "time", mean: 2.2, index: 55, grade: "D" });
    expect(result?.elements[3]).toMatchObject({ element: "cost", mean: 4, index: 100, grade: "A" });
  });

  it("is none with fewer than five answers, and none of nothing", () => {
    const four = allOf(
      Array.from({ length: FEWEST_ANSWERS - 1 }, () => sumsOf(answer(4, 4, 4, 4, 4, 4, 4, 4, 4))),
    );
    expect(resultOf(four)).toBeUndefined();
    expect(resultOf(NO_ANSWERS)).toBeUndefined();
  });

  it.each([
    [25, "D"],
    [64.99, "D"],
    [64.994, "D"],
    [64.996, "C"],
    [65, "C"],
    [76.6, "C"],
    [76.604, "C"],
    [76.606, "B"],
    [76.61, "B"],
    [88.3, "B"],
    [88.306, "A"],
    [88.31, "A"],
    [100, "A"],
  ] as const)("%d is %s: nothing falls between two rows of the table", (index, grade) => {
    expect(gradeOf(index)).toBe(grade);
  });

  const answers = fc.array(
    fc.record({
      scores: fc.array(fc.integer({ min: 1, max: 4 }), {
        minLength: SURVEY_ELEMENTS.length,
        maxLength: SURVEY_ELEMENTS.length,
      }),
      bands: fc.record({ sex: fc.constantFrom("female", "male") }, { requiredKeys: [] }),
    }) as fc.Arbitrary<SurveyAnswer>,
    { minLength: FEWEST_ANSWERS, maxLength: 40 },
  );

  it("does not know in which order, or together with what, an answer came", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const sums = allOf(given.map(sumsOf));
        expect(allOf(given.toReversed().map(sumsOf))).toEqual(sums);
        expect(sums.n).toBe(given.length);
        for (const counts of sums.scores) expect(counts.reduce((a, b) => a + b)).toBe(given.length);
        const { index = 0 } = resultOf(sums) ?? {};
        expect(index).toBeGreaterThanOrEqual(25);
        expect(index).toBeLessThanOrEqual(100);
      }),
    );
  });
});
