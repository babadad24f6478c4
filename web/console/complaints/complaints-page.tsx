import { useModel } from "../state/model.ts";
import { ComplaintListPage } from "./complaint-list.tsx";
import { OneComplaint } from "./one-complaint.tsx";

/** "Pengaduan": all of them, or one. */
export function ComplaintsPage() {
  const { id } = useModel().router.route.value;
  return id === undefined ? <ComplaintListPage /> : <OneComplaint key={id} id={id} />;
}
