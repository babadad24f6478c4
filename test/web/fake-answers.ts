import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { CommandName, Params, Result } from "../../src/bridge/protocol/commands.ts";
import type { FakeDaemon } from "./fake-daemon.ts";
import { MEMBERS } from "./fake-desk.ts";
import { sendFrame } from "./fake-files.ts";
import { Refusal, stepJob } from "./fake-job.ts";
import { cameraFrame, cardPicture, portrait } from "./fake-pictures.ts";
import { mayPrint, print, prove } from "./fake-prints.ts";
import { STANDARDS } from "./fake-standards.ts";

/** What no page test asks is not answered. */
type Answers = {
  [C in CommandName]?: (params: Params<C>, socket: WebSocket) => Result<C> | Promise<Result<C>>;
};

/** To each command, from what the desk knows. */
export function answersOf(daemon: FakeDaemon): Answers {
  const { desk } = daemon;
  const watching = new Map<WebSocket, NodeJS.Timeout>();
  return {
    "operator.current": () => ({ areUsed: false, signedIn: null, refuses: [] }),
    "desk.get": () => desk.view(),
    "events.resume": () => ({ cursor: "0", isComplete: false }),
    "member.find": ({ memberNo }) => ({
      members: desk.search(memberNo).filter((member) => member.memberNo === memberNo),
      ...{ source: daemon.findsFrom, ageMs: 0 },
    }),
    "member.search": ({ text }) => ({
      members: desk.search(text),
      ...{ source: "mirror", ageMs: daemon.copyAgeMs },
    }),
    "handover.facts": () => ({
      phone: { masked: "+62 899-••••-0412", standing: "mobile" },
      isMinor: false,
    }),
    "standard.list": () => ({ standards: STANDARDS.map(({ rows: _rows, ...standard }) => standard) }),
    "pairing.list": () => ({ pairings: desk.pairings }),
    "pairing.approve": ({ code }) => {
      const asked = desk.pairings.find((pairing) => pairing.code === code);
      if (!asked)
        throw new Refusal("PAIRING_UNKNOWN", "Angka ini tidak sedang menunggu izin. Muat ulang halaman itu.");
      const granted = { ...asked, state: "granted" as const, code: null };
      desk.pairings = desk.pairings.map((pairing) => (pairing === asked ? granted : pairing));
      return granted;
    },
    "pairing.revoke": ({ origin }) => {
      desk.pairings = desk.pairings.filter((pairing) => pairing.origin !== origin);
      return {};
    },
    "members.waiting": ({ limit }) => ({
      waiting: desk.waiting.slice(0, limit),
      total: desk.waiting.length,
    }),
    "sync.get": () => desk.sync,
    "system.ping": () => ({}),
    "privacy.get": () => daemon.privacy.view(),
    "member.foreseeErasure": ({ memberNo }) => daemon.privacy.foresee(memberNo),
    "member.erase": ({ memberNo }) => {
      const erased = daemon.privacy.erase(memberNo);
      daemon.emit("privacy.changed", {});
      return erased;
    },
    "case.open": ({ member, kind, channel, standard }) =>
      daemon.changed(
        desk.open(
          MEMBERS.find(({ memberId }) => memberId === member?.memberId) ?? null,
          kind,
          channel,
          standard,
        ),
      ),
    "case.get": ({ case: id }) => desk.get(id),
    "case.linkMember": ({ case: id, memberId }) =>
      daemon.changed(
        desk.put({
          ...desk.get(id),
          member: [...daemon.newMembers, ...MEMBERS].find((member) => member.memberId === memberId) ?? null,
        }),
      ),
    "case.completeStep": ({ case: id, result, documents = [] }) => {
      const view = desk.get(id);
      const requirements = view.requirements.map((requirement) => ({
        ...requirement,
        isChecked: requirement.isChecked || documents.includes(requirement.id),
      }));
      return daemon.changed(desk.advance({ ...view, requirements }, result));
    },
    "case.pause": ({ case: id, reason }) =>
      daemon.changed(desk.put({ ...desk.get(id), status: "paused", pausedFor: reason })),
    "case.resume": ({ case: id }) =>
      daemon.changed(
        desk.put({
          ...desk.get(id),
          status: "open",
          pausedFor: null,
          queueMs: null,
          asOf: new Date().toISOString(),
        }),
      ),
    "intake.categories": () => ({ suggested: null, choices: [] }),
    "case.notePapers": ({ case: id, documents }) => {
      const view = desk.get(id);
      const requirements = view.requirements.map((one) => ({
        ...one,
        isChecked: documents.includes(one.id),
      }));
      return daemon.changed(desk.put({ ...view, requirements, asOf: new Date().toISOString() }));
    },
    "case.cancel": ({ case: id }) => daemon.changed(desk.finish(desk.get(id), "cancelled")),
    "case.correctStep": ({ case: id, step, startedAt, endedAt }) => {
      const view = desk.get(id);
      const tookMs = Date.parse(endedAt) - Date.parse(startedAt);
      return daemon.changed(
        desk.put({
          ...view,
          steps: view.steps.map((known) =>
            known.key === step ? { ...known, tookMs, isCorrected: true } : known,
          ),
        }),
      );
    },
    "case.handOver": ({ case: id }) => daemon.changed(desk.finish(desk.get(id), "handed-over")),
    "photo.keep": ({ case: id }) => {
      const view = { ...desk.get(id), photo: randomUUID() };
      const isAtPhoto = view.now === "photo" || view.now === "photo-upload";
      return daemon.changed(isAtPhoto ? desk.advance(view) : desk.put(view));
    },
    "photo.get": async (_params, socket) => ({ photo: sendFrame(socket, await portrait()) }),
    "photo.original": async (_params, socket) => ({
      photo: sendFrame(socket, await cameraFrame(0)),
      crop: { x: 0.3, y: 0.2, width: 0.28125, height: 0.5 },
      look: { quarterTurns: 0, rollDegrees: 0, brightness: 1.2, contrast: 1, background: null },
    }),
    "photo.edit": ({ case: id }) => daemon.changed(desk.put({ ...desk.get(id), photo: randomUUID() })),
    "photo.prepare": async (_params, socket) => ({
      photo: sendFrame(socket, await portrait()),
      background: "kept",
      widthPx: 900,
      heightPx: 1200,
      sha256: "0".repeat(64),
    }),
    "member.newest": () => ({ afterId: "9000" }),
    "member.findNew": () => ({ members: daemon.newMembers }),
    "case.formSaved": ({ case: id }) => {
      let view = desk.get(id);
      while (view.now !== null && view.now !== "photo" && view.now !== "photo-upload")
        view = desk.advance(view);
      return daemon.changed(view);
    },
    "card.queue": ({ memberId, kind, ...said }) => {
      mayPrint(daemon, said);
      const member = MEMBERS.find((one) => one.memberId === memberId)!;
      const { standard } = desk.view();
      const open = [...desk.cases.values()].find((view) => view.member === member);
      const view = open ?? daemon.changed(desk.open(member, kind, "in-person", standard));
      const printer = "desk-1-printer";
      const { frontOnly, ignoreSupplies } = said;
      const how = { ...(frontOnly && { frontOnly }), ...(ignoreSupplies && { ignoreSupplies }) };
      const job = print(daemon, { requestKey: "", case: view.case, printer, ...how });
      return { case: desk.get(view.case), job, isNew: true };
    },
    "photo.delivered": () => ({ confirmed: daemon.confirmsPhotos, photoName: null }),
    "member.get": ({ memberId }) => {
      const found = [...daemon.newMembers, ...MEMBERS].find((member) => member.memberId === memberId);
      if (!found) throw new Refusal("MEMBER_NOT_FOUND", "Anggota belum ditemukan. Periksa ejaan.");
      const { memberNo } = found;
      const sameNumber = MEMBERS.filter((member) => member !== found && member.memberNo === memberNo);
      const photoName = daemon.photoNames.get(memberId) ?? found.photoName;
      return { member: { ...found, photoName }, sameNumber };
    },
    "card.preview": async ({ case: id }, socket) => {
      const { member } = desk.get(id);
      return {
        card: sendFrame(
          socket,
          await cardPicture(member?.fullName ?? "", member?.memberNo ?? "0", desk.view().library),
        ),
      };
    },
    "card.print": (params) => ({ job: print(daemon, params), isNew: true }),
    "job.confirm": ({ job }) => prove(daemon, desk.get(desk.caseOf(job)), "operator"),
    "job.reject": ({ job }) => {
      const view = desk.get(desk.caseOf(job));
      const spoiled = stepJob(view.jobs.at(-1)!, "spoiled", { mayHaveInk: true });
      daemon.changed(desk.putJob(view, spoiled));
      return spoiled;
    },
    "scan.submit": ({ text }) => daemon.scan(text),
    "camera.watch": async ({ device }, socket) => {
      let turn = 0;
      const send = async (): Promise<void> => {
        turn += 1;
        const jpeg = sendFrame(socket, await cameraFrame(turn, 640));
        socket.send(
          JSON.stringify({ type: "event", event: "camera.frame", data: { device, jpeg }, cursor: null }),
        );
      };
      clearInterval(watching.get(socket));
      const timer = setInterval(() => void send(), 120);
      watching.set(socket, timer);
      socket.once("close", () => clearInterval(timer));
      await send();
      return {};
    },
    "camera.unwatch": (_params, socket) => {
      clearInterval(watching.get(socket));
      return {};
    },
    "camera.capture": async (_params, socket) => ({
      photo: sendFrame(socket, await cameraFrame(3)),
      widthPx: 1280,
      heightPx: 960,
    }),
    "device.list": () => ({ devices: desk.devices }),
    "device.reopen": ({ device }) => daemon.setReasons(device, []),
    "device.simulate": ({ device, faults }) => daemon.setReasons(device, faults),
    "device.scan": ({ text }) => {
      daemon.scan(text);
      return {};
    },
  };
}
