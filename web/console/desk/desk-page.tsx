import { useModel } from "../state/model.ts";
import { CasePage } from "./case-page.tsx";
import { StartPage } from "./start-page.tsx";

export function DeskPage() {
  const { id: caseId } = useModel().router.route.value;
  return caseId === undefined ? <StartPage /> : <CasePage key={caseId} caseId={caseId} />;
}
