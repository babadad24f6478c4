import { useModel } from "../state/model.ts";
import { BatchList } from "./batch-list.tsx";
import { NewBatch } from "./new-batch.tsx";
import { OneBatch } from "./one-batch.tsx";

/** Below "Cetak": `kelompok`, `kelompok/baru` and `kelompok/<id>`. */
export const BATCHES = "kelompok";
export const FRESH = "baru";
export const CALIBRATION = "kalibrasi";

/** Everything about printing many cards at once. */
export function BatchPage() {
  const { router } = useModel();
  const [, id] = (router.route.value.id ?? "").split("/");
  if (id === FRESH) return <NewBatch />;
  return id ? <OneBatch key={id} id={id} /> : <BatchList />;
}
