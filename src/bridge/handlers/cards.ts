import type { DeviceRegistry } from "../../devices/registry.ts";
import { aimApart } from "../../devices/scan-text.ts";
import type { CaseId, DeviceId, JobId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { MemberDesigns } from "../flows/member-designs.ts";
import type { PrintingFlow } from "../flows/printing.ts";
import type { Scans } from "../flows/scans.ts";
import type { LazyRendering } from "../lazy-rendering.ts";

type CardCommands = "card.preview" | "card.print" | "job.confirm" | "job.reject" | "scan.submit";

interface Dependencies {
  readonly views: CaseViews;
  readonly printing: PrintingFlow;
  readonly renderer: LazyRendering;
  readonly scans: Scans;
  readonly devices: DeviceRegistry;
  readonly designs: MemberDesigns;
}

export function cardHandlers(dependencies: Dependencies): Pick<Handlers, CardCommands> {
  const { views, printing, renderer, scans, devices, designs } = dependencies;
  return {
    async "card.preview"({ case: id }, { session, signal }) {
      const content = await printing.preview(id as CaseId, signal);
      const card = await renderer.render(designs.forContent(content).name, content, signal);
      return { card: session.frames.hold(card.front.png) };
    },
    async "card.print"({ requestKey, case: id, printer, reprintReason, ...how }, { signal }) {
      const request = { requestKey, case: id as CaseId, printer: printer as DeviceId, reprintReason, ...how };
      const { job, isNew } = await printing.print(request, signal);
      return { job: views.job(job), isNew };
    },
    async "job.confirm"({ job }) {
      return views.job(printing.confirm(job as JobId, "operator"));
    },
    async "job.reject"({ job, reason }) {
      return views.job(printing.reject(job as JobId, reason));
    },
    async "scan.submit"({ text, device }, { signal }) {
      const wedge = wedgeOf(devices, device as DeviceId | undefined);
      if (wedge) devices.require(wedge, "scanner.page").heard(text);
      return scans.submit(aimApart(text).text, wedge, signal);
    },
  };
}

/** The device that is named, or the only keyboard scanner there is: a guess between two would be wrong half the time. */
function wedgeOf(devices: DeviceRegistry, named: DeviceId | undefined): DeviceId | undefined {
  if (named !== undefined) return named;
  const [first, ...others] = devices.offering("scanner.page");
  return others.length === 0 ? first?.id : undefined;
}
