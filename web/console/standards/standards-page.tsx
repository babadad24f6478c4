import { PermittedPage } from "../sign-in/permitted-page.tsx";
import { useModel } from "../state/model.ts";
import { ImportPage } from "./import-page.tsx";
import { OneStandard } from "./one-standard.tsx";
import { PrintPage } from "./print/print-page.tsx";
import { StandardList } from "./standard-list.tsx";
import { NEW, placeIn } from "./standard-paths.ts";

/** "Standar": all standards, a page being imported, one version, or its printed sheet. */
export function StandardsPage() {
  const { id: path } = useModel().router.route.value;
  if (path === undefined) return <StandardList />;
  if (path === NEW)
    return (
      <PermittedPage to="standard.import">
        <ImportPage />
      </PermittedPage>
    );
  const { id, version, sheet } = placeIn(path);
  if (sheet !== undefined) return <PrintPage key={path} id={id} version={version} sheet={sheet} />;
  return <OneStandard key={path} id={id} version={version} />;
}
