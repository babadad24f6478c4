import type { CaseId, ComplaintId, LocalDate } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { Handlers } from "../dispatch.ts";
import type { ComplaintOffers } from "../flows/complaints/complaint-offer.ts";
import type { ComplaintStatistics } from "../flows/complaints/complaint-statistics.ts";
import type { ComplaintViews } from "../flows/complaints/complaint-views.ts";
import type { Complaints } from "../flows/complaints/complaints.ts";
import type { COMPLAINT_COMMANDS } from "../protocol/complaint-commands.ts";
import type { ComplaintView } from "../protocol/complaint-shapes.ts";

interface Dependencies {
  readonly complaints: Complaints;
  readonly views: ComplaintViews;
  readonly offers: ComplaintOffers;
  readonly statistics: ComplaintStatistics;
  readonly hub: Pick<EventHub, "publish">;
}

export function complaintHandlers(
  dependencies: Dependencies,
): Pick<Handlers, keyof typeof COMPLAINT_COMMANDS> {
  const { complaints, views, offers, statistics, hub } = dependencies;
  /** An act, told to every console, and the complaint as it is after it. */
  const after = (complaint: string, act: (id: ComplaintId) => void): ComplaintView => {
    act(complaint as ComplaintId);
    hub.publish("complaints.changed", { complaint, counts: views.counts() });
    return views.view(complaint as ComplaintId);
  };
  return {
    async "complaints.list"({ show, limit, offset }) {
      return views.list(show, limit, offset);
    },
    async "complaints.offer"() {
      return offers.offer();
    },
    async "complaints.setLimit"({ limitDays }) {
      complaints.setLimit(limitDays);
      hub.publish("complaints.changed", { complaint: null, counts: views.counts() });
      return offers.offer();
    },
    async "complaints.figures"({ from, to }, { signal }) {
      return statistics.figures({ from: from as LocalDate, to: to as LocalDate }, signal);
    },
    async "complaint.receive"({ complaint, name, contact, case: about, receivedAt, ...said }) {
      return after(complaint, (id) =>
        complaints.receive({
          ...{ complaint: id, ...said, name, contact },
          case: about as CaseId | undefined,
          receivedAt: receivedAt === undefined ? undefined : new Date(receivedAt),
        }),
      );
    },
    async "complaint.get"({ complaint }) {
      return views.view(complaint as ComplaintId);
    },
    async "complaint.startStep"({ complaint, step }) {
      return after(complaint, (id) => complaints.startStep(id, step));
    },
    async "complaint.endStep"({ complaint, step }) {
      return after(complaint, (id) => complaints.endStep(id, step));
    },
    async "complaint.passStep"({ complaint, step, why }) {
      return after(complaint, (id) => complaints.passStep(id, step, why));
    },
    async "complaint.correctStep"({ complaint, ...correction }) {
      return after(complaint, (id) => complaints.correctStep(id, correction));
    },
    async "complaint.pause"({ complaint, reason }) {
      return after(complaint, (id) => complaints.pause(id, reason));
    },
    async "complaint.resume"({ complaint }) {
      return after(complaint, (id) => complaints.resume(id));
    },
    async "complaint.answer"({ complaint, by, text }) {
      return after(complaint, (id) => complaints.answer(id, by, text));
    },
    async "complaint.close"({ complaint, outcome }) {
      return after(complaint, (id) => complaints.close(id, outcome));
    },
    async "complaint.reopen"({ complaint }) {
      return after(complaint, (id) => complaints.reopen(id));
    },
    async "complaint.withdraw"({ complaint }) {
      return after(complaint, (id) => complaints.withdraw(id));
    },
    async "complaint.lateReason"({ complaint, reason }) {
      return after(complaint, (id) => complaints.giveLateReason(id, reason));
    },
    async "complaint.erase"({ complaint }) {
      return after(complaint, (id) => complaints.erase(id));
    },
  };
}
