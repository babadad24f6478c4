import { PermittedPage } from "../sign-in/permitted-page.tsx";
import { useModel } from "../state/model.ts";
import { DesignerPage } from "./designer/designer-page.tsx";
import { DesignsPage } from "./list/designs-page.tsx";

/** What the library's cards look like: all designs, or one of them being edited. */
export function CardsPage() {
  const { id } = useModel().router.route.value;
  if (id === undefined) return <DesignsPage />;
  return (
    <PermittedPage to="design.save">
      <DesignerPage key={id} name={id} />
    </PermittedPage>
  );
}
