import { useModel } from "../state/model.ts";
import { BatchList } from "./batch-list.tsx";
import { FRESH_BATCH } from "./batch-paths.ts";
import { NewBatch } from "./new-batch.tsx";
import { OneBatch } from "./one-batch.tsx";

/** Everything about printing many cards at once. */
export function BatchPage() {
  const { router } = useModel();
  const path = router.route.value.id;
  const [, id] = path?.split("/") ?? [];
  if (path === FRESH_BATCH) return <NewBatch />;
  return id ? <OneBatch key={id} id={id} /> : <BatchList />;
}
