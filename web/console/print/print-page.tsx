import { BatchPage } from "../batch/batch-page.tsx";
import { CALIBRATION } from "../batch/batch-paths.ts";
import { CalibrationPage } from "../batch/calibration-page.tsx";
import { PermittedPage } from "../sign-in/permitted-page.tsx";
import { useModel } from "../state/model.ts";
import { QueuePage } from "./queue-page.tsx";

/** "Cetak": the printers' queues, and below them everything about many cards at once. */
export function PrintPage() {
  const { id } = useModel().router.route.value;
  if (id === undefined) return <QueuePage />;
  if (id !== CALIBRATION) return <BatchPage />;
  return (
    <PermittedPage to="calibration.print">
      <CalibrationPage />
    </PermittedPage>
  );
}
