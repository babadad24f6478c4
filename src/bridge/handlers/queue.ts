import type { DeviceId, MemberNo } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { QueueCard } from "../flows/queue-card.ts";
import type { LazyRendering } from "../lazy-rendering.ts";

interface Dependencies {
  readonly queue: QueueCard;
  readonly views: CaseViews;
  readonly renderer: LazyRendering;
}

export function queueHandlers({ queue, views, renderer }: Dependencies): Pick<Handlers, "card.queue"> {
  return {
    async "card.queue"({ photo, printer, channel = "in-person", ...asked }, { session, signal }) {
      const frame = photo === null ? undefined : session.frames.take(photo);
      const request = {
        ...{ requestKey: asked.requestKey, memberId: asked.memberId, memberNo: asked.memberNo as MemberNo },
        ...{ kind: asked.kind, channel, printer: (printer ?? undefined) as DeviceId | undefined },
        ...{ frontOnly: asked.frontOnly, ignoreSupplies: asked.ignoreSupplies },
        photo: frame && (await renderer.wholePhoto(frame, signal)),
      };
      const { case: id, job, isNew } = await queue.queue(request, signal);
      return { case: views.of(id), job: views.job(job), isNew };
    },
  };
}
