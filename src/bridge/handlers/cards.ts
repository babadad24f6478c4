import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, DeviceId, JobId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { CaseService } from "../flows/cases.ts";
import type { PrintingFlow } from "../flows/printing.ts";
import type { Scans } from "../flows/scans.ts";
import type { LazyRendering } from "../lazy-rendering.ts";

type CardCommands =
  | "photo.keep"
  | "photo.get"
  | "card.preview"
  | "card.print"
  | "job.confirm"
  | "job.reject"
  | "scan.submit";

interface Dependencies {
  readonly cases: CaseService;
  readonly views: CaseViews;
  readonly printing: PrintingFlow;
  readonly renderer: LazyRendering;
  readonly scans: Scans;
  readonly template: string;
}

export function cardHandlers(dependencies: Dependencies): Pick<Handlers, CardCommands> {
  const { cases, views, printing, renderer, scans, template } = dependencies;
  return {
    async "photo.keep"({ case: id, photo, source, crop }, { session, signal }) {
      const jpeg = await renderer.cropPhoto(session.frames.take(photo), crop, signal);
      cases.keepPhoto(id as CaseId, jpeg, source);
      return views.of(id as CaseId);
    },
    async "photo.get"({ case: id }, { session }) {
      const jpeg = cases.photoOf(id as CaseId);
      if (!jpeg) throw new TitianError("PHOTO_MISSING");
      return { photo: session.frames.hold(jpeg) };
    },
    async "card.preview"({ case: id }, { session, signal }) {
      const card = await renderer.render(template, await printing.preview(id as CaseId, signal), signal);
      return { card: session.frames.hold(card.png) };
    },
    async "card.print"({ requestKey, case: id, printer, reprintReason }, { signal }) {
      const request = { requestKey, case: id as CaseId, printer: printer as DeviceId, reprintReason };
      const { job, isNew } = await printing.print(request, signal);
      return { job: views.job(job), isNew };
    },
    async "job.confirm"({ job }) {
      return views.job(printing.confirm(job as JobId, "operator"));
    },
    async "job.reject"({ job, reason }) {
      return views.job(printing.reject(job as JobId, reason));
    },
    async "scan.submit"({ text }, { signal }) {
      return scans.submit(text, undefined, signal);
    },
  };
}
