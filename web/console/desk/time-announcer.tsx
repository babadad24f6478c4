import { useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { promisePace, stepPace } from "./pace.ts";

/** Timers are silent; one polite word comes at four fifths of a time and one at its end. The promise speaks last, and stays. */
export function TimeAnnouncer({ caseId }: { readonly caseId: string }) {
  const model = useModel();
  const live = useComputed(() => model.desk.live(caseId));
  const step = useComputed(() => (live.value ? stepPace(live.value).pace : "calm"));
  const promise = useComputed(() => (live.value ? promisePace(live.value) : "calm"));
  useEffect(() => {
    if (step.value === "near") model.announcement.value = model.text.pace.stepNear;
    if (step.value === "over") model.announcement.value = model.text.pace.stepOver;
  }, [step.value]);
  useEffect(() => {
    if (promise.value === "near") model.announcement.value = model.text.case.near;
    if (promise.value === "over") model.announcement.value = model.text.case.nowLate;
  }, [promise.value]);
  return null;
}
