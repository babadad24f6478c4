import type { CaseId, MemberNo } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { CaseService } from "../flows/cases.ts";
import type { Receipts } from "../flows/receipts.ts";
import type { TicketPaper } from "../flows/tickets/ticket-paper.ts";
import type { TicketQueue } from "../flows/tickets/ticket-queue.ts";

type CaseCommands =
  | "case.open"
  | "case.get"
  | "case.linkMember"
  | "case.completeStep"
  | "case.formSaved"
  | "case.pause"
  | "case.resume"
  | "case.cancel"
  | "case.correctStep"
  | "case.printReceipt";

export function caseHandlers(
  cases: CaseService,
  views: CaseViews,
  { queue, paper }: { readonly queue: TicketQueue; readonly paper: TicketPaper },
  receipts: Receipts,
): Pick<Handlers, CaseCommands> {
  return {
    async "case.open"({ member, ticket: named, ...service }, { signal }) {
      const asked = member ? { memberId: member.memberId, memberNo: member.memberNo as MemberNo } : undefined;
      const ticketOf = () => queue.servedBy(named, service.channel);
      const opened = await cases.open({ member: asked, ...service, ticketOf }, signal);
      if (!queue.has(opened)) paper.forCase(opened);
      return views.of(opened);
    },
    async "case.get"({ case: id }, { signal }) {
      return views.refreshed(id as CaseId, signal);
    },
    async "case.linkMember"({ case: id, memberId, memberNo }, { signal }) {
      await cases.linkMember(id as CaseId, memberId, memberNo as MemberNo, signal);
      return views.of(id as CaseId);
    },
    async "case.completeStep"({ case: id, step, result, ...observed }) {
      cases.completeStep(id as CaseId, step, result, observed);
      return views.of(id as CaseId);
    },
    async "case.formSaved"({ case: id }) {
      cases.formSaved(id as CaseId);
      return views.of(id as CaseId);
    },
    async "case.pause"({ case: id, reason }) {
      cases.pause(id as CaseId, reason);
      return views.of(id as CaseId);
    },
    async "case.resume"({ case: id }) {
      cases.resume(id as CaseId);
      return views.of(id as CaseId);
    },
    async "case.cancel"({ case: id, reason }) {
      cases.cancel(id as CaseId, reason);
      return views.of(id as CaseId);
    },
    async "case.correctStep"({ case: id, operator, ...correction }) {
      cases.correctStep(id as CaseId, correction, operator);
      return views.of(id as CaseId);
    },
    async "case.printReceipt"({ case: id, requestKey }, { signal }) {
      await receipts.print(id as CaseId, requestKey, signal);
      return {};
    },
  };
}
