import { Lifecycle } from "../kernel/lifecycle.ts";
import { localDate } from "../kernel/types.ts";
import { openStore, type Store } from "../store/store.ts";
import { batchParts } from "./batch-parts.ts";
import { EventHub } from "./broadcast.ts";
import { companionParts } from "./companion-parts.ts";
import type { Config } from "./config/schema.ts";
import { designParts, designShelf } from "./design-parts.ts";
import { deskTemplate } from "./desk-template.ts";
import { deviceParts } from "./device-parts.ts";
import type { Handlers } from "./dispatch.ts";
import { exchangeParts, withCounters } from "./exchange-parts.ts";
import { finishingParts } from "./finishing-parts.ts";
import { announce } from "./flows/announce.ts";
import { CameraWatching } from "./flows/camera-watching.ts";
import { CaseTimings } from "./flows/case-timings.ts";
import { CaseViews } from "./flows/case-views.ts";
import { type Alongside, CaseService } from "./flows/cases.ts";
import { conditionOf } from "./flows/condition.ts";
import { Dependencies } from "./flows/dependencies.ts";
import { DeskViews } from "./flows/desk-views.ts";
import { DeviceDetailViews } from "./flows/device-details.ts";
import { deviceMetrics } from "./flows/device-metrics.ts";
import { DeviceViews } from "./flows/device-views.ts";
import { healthReport } from "./flows/health-report.ts";
import { LibraryName } from "./flows/library-name.ts";
import { MemberDesigns } from "./flows/member-designs.ts";
import { MemberDirectory } from "./flows/member-directory.ts";
import { MemberViews } from "./flows/member-views.ts";
import { membersForPages } from "./flows/members-for-pages.ts";
import { membersInStep } from "./flows/members-in-step.ts";
import { PageCameras } from "./flows/page-cameras.ts";
import { plugging } from "./flows/plugging.ts";
import { Receipts } from "./flows/receipts.ts";
import { ScanRouter } from "./flows/scan-router.ts";
import { Scans } from "./flows/scans.ts";
import { syncMetrics } from "./flows/sync-metrics.ts";
import { TestPrints } from "./flows/test-prints.ts";
import { cameraHandlers } from "./handlers/cameras.ts";
import { cardHandlers } from "./handlers/cards.ts";
import { caseHandlers } from "./handlers/cases.ts";
import { deskHandlers } from "./handlers/desk.ts";
import { deviceCareHandlers } from "./handlers/device-care.ts";
import { deviceHandlers } from "./handlers/devices.ts";
import { setupHandlers } from "./handlers/setup.ts";
import { handOverParts } from "./handover-parts.ts";
import { inlisliteFor } from "./inlislite-source.ts";
import { intakeParts } from "./intake-parts.ts";
import { LazyRendering } from "./lazy-rendering.ts";
import { errorText } from "./messages/text.ts";
import { operateParts } from "./operate-parts.ts";
import { operatorParts } from "./operator-parts.ts";
import { ActingOperator } from "./operators/acting.ts";
import { printQueueParts } from "./print-queue-parts.ts";
import { printingParts } from "./printing-parts.ts";
import { proxyFor } from "./proxy/proxy.ts";
import { punctualityParts } from "./punctuality-parts.ts";
import { metricsOf } from "./server/metrics.ts";
import { Pairing } from "./server/pairing.ts";
import { createServer, type Server } from "./server/server.ts";
import { wireHandlers } from "./server/wire-handlers.ts";
import { NO_PLACE } from "./setup/setup-place.ts";
import { standardParts } from "./standard-parts.ts";
import type { Surroundings } from "./surroundings.ts";
import { ticketParts } from "./ticket-parts.ts";
import { updateParts } from "./update-parts.ts";
import { HotPlug } from "./usb/hot-plug.ts";

export type Bridge = Awaited<ReturnType<typeof compose>>;

/** The only function that knows how the parts fit together. */
export async function compose(config: Config, surroundings: Surroundings) {
  const { clock, log } = surroundings;
  const acting = new ActingOperator();
  const { id: desk, letter } = config.desk;
  const store = openStore({ folder: config.store.folder, desk, letter, clock, log, actor: acting });
  try {
    return await build(withCounters(config, store), surroundings, store, acting);
  } catch (error) {
    store.close();
    throw error;
  }
}

async function build(config: Config, surroundings: Surroundings, store: Store, acting: ActingOperator) {
  const {
    clock,
    log,
    drivers,
    version,
    webRoot,
    checksResults,
    pinCost,
    setup: place = NO_PLACE,
  } = surroundings;
  const { timeZone } = config.library;
  const parts = await deviceParts(config, { drivers, store, clock, log });
  const { usb, devices, supervisor, roster, routes, discovery, supplies } = parts;
  const inlislite = inlisliteFor(config, clock, log);
  const standards = standardParts({ config, store, openingDays: inlislite.openingDays, clock });
  const otherwise = deskTemplate(config, standards.shelf);

  const inStep = membersInStep({ config, inlislite, clock, log });

  const { memberKeyOf } = store;
  const members = new MemberDirectory({ inlislite, mirror: inStep?.mirror, keyOf: memberKeyOf, clock });
  const memberViews = new MemberViews({ store, inlislite, inStep, clock, timeZone });
  const shelf = designShelf(store, otherwise);
  const designs = new MemberDesigns({
    shelf,
    members: inlislite.members,
    today: () => localDate(clock.now(), timeZone),
  });
  const work = { needsPhoto: () => designs.needsPhoto, route: config.cards.route };
  const timings = new CaseTimings({ store, standards: standards.shelf, work, clock });
  const alongside: Alongside = (id, news) => forCards.finishing.followCase(id, news);
  const cases = new CaseService({ store, timings, members, alongside, clock, timeZone });
  const { judgingFor } = standards;
  const views = new CaseViews({ timings, members, memberViews, store, judgingFor, desk: config.desk });

  const renderer = new LazyRendering(shelf);
  const { ledger, printing, left } = printingParts({
    ...{ config, store, inlislite, members, cases, designs, standards: standards.shelf, devices, renderer },
    ...{ supplies, stock: () => forCards.stock, clock, log },
  });

  const forCompanion = companionParts({
    ...{ config, designs, inlislite, store, members, devices, routes, clock, log },
    ...{ cases, timings, views, printing, renderer, left },
  });
  const hub = new EventHub();
  const router = new ScanRouter({
    members,
    memberKeyOf,
    awaitingProof: () => printing.awaitingProof(),
    unprovedOf: (key) => printing.unprovedOf(key),
    confirm: (job) => void printing.confirm(job.job, "scan"),
    openCaseOf: (key) => store.cases.byMember(key)?.case,
    cardOf: (key) => store.finishing.byMember(key)?.job,
    voidedOf: (key) => store.voided.of(key),
  });
  const scans = new Scans(router, hub, memberViews.of, clock, log);
  const isSimulationOn = config.simulation.enabled;
  const deviceViews = new DeviceViews({ devices, routes, supplies, isSimulationOn });
  const details = new DeviceDetailViews({
    ...{ devices, views: deviceViews, roster, clock },
    history: (device, limit) => store.deviceHealth.history(device, limit),
  });
  const dependencies = new Dependencies(clock);
  const operate = operateParts({ ...surroundings, config, store, hub, dependencies, inStep });
  const { clockWatch, storeWatch } = operate;
  const forCards = finishingParts({
    ...{ config, store, cases, ledger, printing, members, routes, supplies, storeWatch, hub, clock, log },
    caseViews: views,
  });
  const operators = operatorParts({ config, store, acting, hub, clock, log, pinCost });
  const watching = new CameraWatching(devices, hub, log);
  const library = new LibraryName(inlislite.settings);
  const tickets = ticketParts({
    ...{ config, store, devices, routes, timings, standards, library, hub, clock, log },
  });
  const receipts = new Receipts({ devices, routes, views, library, timeZone, clock });
  const desk = new DeskViews({
    ...{ config, inlislite, library, members, store, dependencies, clock },
    ...{ cases: views, devices: deviceViews, calendar: standards.calendar },
    ...{ isFirstRun: place.isFirstRun, proxyAddress: () => proxied?.address },
  });
  const prints = new TestPrints({ devices, renderer, deskTitle: config.desk.title, timeZone, clock });
  const pairing = new Pairing({ store: store.pairings, hub, clock });

  const memberPages = membersForPages({
    ...{ inlislite, inStep, store, cases, ledger, hub, clock, log, timeZone },
    views: memberViews,
    caseViews: views,
  });

  const batches = batchParts({
    ...{ store, inlislite, inStep, members, waiting: memberPages.waiting, designs: shelf, devices },
    ...{ printing, ledger, left, stock: forCards.stock, renderer, hub, clock, log, timeZone },
  });

  const printQueues = printQueueParts({
    ...{ ledger, printing, store, members, devices, routes, views, hub, clock, log, timeZone },
  });
  const forHandOver = handOverParts({
    ...{ config, store, inlislite, cases, views, members, memberViews },
    ...{ finishing: forCards.finishing, printing, renderer, library, clock, log },
  });
  const timekeeping = punctualityParts({
    ...{ config, store, inlislite, cases, timings, views, members, standards, library, hub, clock, log },
  });

  const exchange = exchangeParts({
    ...{ config, store, hub, views, standards, designs: shelf, dependencies, clock, log },
    ...{ complaintViews: timekeeping.complaintViews, waitingTouched: memberPages.touched },
  });
  const updates = updateParts({
    ...{ ...surroundings, config, store, devices, ledger, timings, judgingFor, hub },
    port: () => server.port,
  });

  const handlers: Handlers = {
    ...updates.handlers,
    ...timekeeping.handlers,
    ...operators.handlers,
    ...operate.handlers,
    ...setupHandlers({ config, place, store, drivers, clock, log }),
    ...printQueues.handlers,
    ...wireHandlers(hub, pairing),
    ...memberPages.handlers,
    ...batches.handlers,
    ...deskHandlers({ desk, members, views: memberViews }),
    ...standards.handlersFor(hub),
    ...forHandOver.handlers,
    ...tickets.handlers,
    ...caseHandlers(cases, views, tickets, receipts),
    ...intakeParts({ config, cases, timings, views, nameNow: operators.nameNow }).handlers,
    ...cardHandlers({ views, printing, renderer, scans, devices, designs }),
    ...designParts({ shelf, renderer, printing, prints, hub, store, inlislite, config }).handlers,
    ...forCompanion.handlers,
    ...forCards.handlers,
    ...deviceHandlers({ devices, supervisor, watching, views: deviceViews, isSimulationOn }),
    ...cameraHandlers(devices, new PageCameras(devices, hub, clock)),
    ...deviceCareHandlers({
      ...{ roster, routes, discovery, drivers, details, prints, hub, desk: config.desk.id },
      views: deviceViews,
    }),
  };
  const proxied = proxyFor({
    ...{ config: config.proxy, port: () => server.port, webRoot, clock, log },
    report: (health, code) => dependencies.report("proxy", health, code),
  });
  const server: Server = createServer({
    ...{ hub, pairing, clock, log, version, webRoot, checksResults, proxied },
    handlers: operate.guarded(handlers),
    port: config.server.port,
    gate: operators.gate,
    holdsBack: updates.holdsBack,
    textOf: errorText,
    condition: () => conditionOf(devices, dependencies),
    report: () =>
      healthReport({
        ...{ devices, details, dependencies, discovery, drivers, version },
        desk: config.desk.id,
      }),
    moreMetrics: metricsOf(deviceMetrics(devices, supplies), syncMetrics(inStep), exchange.metrics),
  });
  const announcing = announce({
    ...{ config, store, hub, views, cases, ledger, devices, drivers, discovery, supplies, deviceViews },
    ...{ inlislite, dependencies, clockWatch, storeWatch, printing, log, version },
    scans: operators.scansOf(scans, updates.holdsBack),
  });

  // Started left to right, stopped right to left: nothing is served before it can be answered.
  const plugs = plugging({ hotPlug: new HotPlug(usb, clock, log), supervisor, discovery, clock, log });
  const watches = [clockWatch, supplies, plugs, memberPages.news, printQueues.news, ...forCompanion.services];
  const outside = [...(proxied ? [proxied] : []), server];
  const source = [inlislite, ...(inStep ? [inStep] : [])];
  const services = [
    announcing,
    storeWatch,
    ...operate.services,
    ...operators.services,
    ...source,
    supervisor,
    ...watches,
    printing,
    ...forCards.services,
    ...timekeeping.services,
    ...tickets.services,
    ledger,
    ...batches.services,
    ...forHandOver.services,
    ...outside,
    ...updates.services,
    // Last: what a version on trial writes goes to no other desk, so that it can be given up.
    ...exchange.services,
  ];
  const lifecycle = new Lifecycle(services, log);
  return { lifecycle, server, store, devices, supervisor, renderer, inlislite, printing };
}
