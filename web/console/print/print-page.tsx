import { BatchPage, CALIBRATION } from "../batch/batch-page.tsx";
import { CalibrationPage } from "../batch/calibration-page.tsx";
import { useModel } from "../state/model.ts";

/** "Cetak": everything that is printed beside the card of the member at the desk. */
export function PrintPage() {
  const { router } = useModel();
  return router.route.value.id === CALIBRATION ? <CalibrationPage /> : <BatchPage />;
}
