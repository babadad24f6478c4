import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { verdictsOf } from "./verdict.ts";

/** Timers are silent; one polite word comes at four fifths of the time and one at its end. */
export function TimeAnnouncer({ caseId }: { readonly caseId: string }) {
  const model = useModel();
  const standing = useComputed(() => {
    const live = model.desk.live(caseId);
    return live ? verdictsOf(live).published.standing : "none";
  });
  useEffect(() => {
    if (standing.value === "near") model.announcement.value = model.text.case.near;
    if (standing.value === "late") model.announcement.value = model.text.case.nowLate;
  }, [standing.value]);
  return null;
}
