import type { CategoryView } from "../../../src/bridge/protocol/intake-shapes.ts";
import { useModel } from "../state/model.ts";

const STUDENTS = "student-university";

/** That the document does not serve this category, in its own words, and who can help instead. */
export function RefusedWords({ choice }: { readonly choice: CategoryView }) {
  const { refused, document } = useModel().text.intake;
  return (
    <div class="refused" data-testid="refused-words">
      {choice.texts.map((words) => (
        <p key={words}>
          {document} <q>{words}</q>
        </p>
      ))}
      <p>{choice.category.startsWith(STUDENTS) ? refused.students : refused.anybody}</p>
    </div>
  );
}

/** The chosen category, where the document turns it away. */
export const refusedAmong = (
  choices: readonly CategoryView[],
  category: string | null,
): CategoryView | undefined => choices.find((choice) => choice.category === category && !choice.isServed);
