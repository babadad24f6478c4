import type { ComplaintSummary } from "../../../src/bridge/protocol/complaint-shapes.ts";
import { useModel } from "../state/model.ts";
import { hashOf } from "../state/route.ts";
import { Icon } from "../ui/icons.tsx";
import { ComplaintBadge } from "./complaint-badge.tsx";

/** Number, subject and times; who it is about and who said it stay behind the link. */
export function ComplaintRow({ complaint: one }: { readonly complaint: ComplaintSummary }) {
  const model = useModel();
  const words = model.text.complaints;
  return (
    <a
      class="complaint-line"
      href={hashOf({ page: "complaints", id: one.complaint })}
      data-testid={`complaint-${one.number}`}
    >
      <strong class="complaint-number">{one.number}</strong>
      <span class="ti-grow">
        <strong class="ti-cut">{words.subjects[one.subject]}</strong>
        <span class="ti-meta">{words.channels[one.channel]}</span>
      </span>
      <span>{model.moment(one.receivedAt)}</span>
      <span class={one.attention === "overdue" ? "ti-t-bad" : ""}>
        {one.dueAt === null ? words.noLimit : model.moment(one.dueAt)}
      </span>
      <span>{words.progress(one.stepsDone, one.stepsAll)}</span>
      <span class="complaint-end">
        <ComplaintBadge complaint={one} />
        <Icon name="right" size="small" />
      </span>
    </a>
  );
}
