import { useModel } from "../state/model.ts";
import { CasePage } from "./case-page.tsx";
import { StartPage } from "./start-page.tsx";

export function DeskPage() {
  const { caseId } = useModel().router.route.value;
  return caseId === undefined ? <StartPage /> : <CasePage key={caseId} caseId={caseId} />;
}
