import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { CommandName, Params, Result } from "../../src/bridge/protocol/commands.ts";
import type { EventName, EventPayload } from "../../src/bridge/protocol/events.ts";
import type { VoidedView } from "../../src/bridge/protocol/handover-shapes.ts";
import { CLOSE } from "../../src/bridge/protocol/limits.ts";
import type { CaseView, MemberView, PrintJobView } from "../../src/bridge/protocol/shapes.ts";
import { FakeDesk, MEMBERS, withReasons } from "./fake-desk.ts";
import { sendFrame, serveFile } from "./fake-files.ts";
import { newJob, Refusal, stepJob } from "./fake-job.ts";
import { cameraFrame, cardPicture, portrait } from "./fake-pictures.ts";
import { STANDARDS } from "./fake-standards.ts";

/** What no page test asks is not answered. */
type Answers = {
  [C in CommandName]?: (params: Params<C>, socket: WebSocket) => Result<C> | Promise<Result<C>>;
};

/** Speaks the protocol with scripted state, so that the console can be looked at without the daemon. */
export class FakeDaemon {
  readonly desk = new FakeDesk();
  /** How long each rung of a print takes, ms. */
  rungMs = 350;
  /** How it answers session.open: lets in, shows this code, or has no such token. */
  door: "open" | "refused" | { readonly code: string } = "open";
  /** Since the copy of members last heard of INLISLite, ms. */
  copyAgeMs = 2_000;
  /** What is known of the old card, by the number on it. */
  readonly voided = new Map<string, VoidedView>();
  /** Every request, oldest first. */
  readonly asked: { readonly command: CommandName; readonly params: unknown }[] = [];
  /** Whom a form has just saved, as the database shows them. */
  newMembers: MemberView[] = [];
  /** Names of stored photos, by member. */
  readonly photoNames = new Map<string, string>();
  /** Cards are refused with this code, until a request says that they may be printed all the same. */
  refusesUntil: { readonly code: string; readonly said: "frontOnly" | "ignoreSupplies" } | undefined;
  /** Commands that are answered once they are let go. */
  readonly #held = new Map<CommandName, Promise<void>>();
  /** Whether INLISLite's database shows a photo that its page has taken. */
  confirmsPhotos = true;
  readonly #http: Server;
  readonly #sockets = new Set<WebSocket>();
  readonly #watching = new Map<WebSocket, NodeJS.Timeout>();

  constructor() {
    this.#http = createServer((request, response) => void serveFile(request.url ?? "/", response));
    const sockets = new WebSocketServer({ server: this.#http });
    sockets.on("connection", (socket) => this.#greet(socket));
  }

  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve) => this.#http.listen(port, "127.0.0.1", resolve));
    const address = this.#http.address();
    return typeof address === "object" && address ? address.port : port;
  }

  hold(command: CommandName): { release(): void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.set(command, promise);
    return { release: resolve };
  }

  holdNothing(): void {
    this.#held.clear();
  }

  /** As if its computer had stopped it; `listen` with the same port brings it back. */
  async pause(): Promise<number> {
    const address = this.#http.address();
    this.dropSockets();
    await new Promise((resolve) => this.#http.close(resolve));
    return typeof address === "object" && address ? address.port : 0;
  }

  async close(): Promise<void> {
    for (const timer of this.#watching.values()) clearInterval(timer);
    await this.pause();
  }

  dropSockets(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  emit<E extends EventName>(event: E, data: EventPayload<E>): void {
    const frame = JSON.stringify({ type: "event", event, data, cursor: null });
    for (const socket of this.#sockets) socket.send(frame);
  }

  changed(view: CaseView): CaseView {
    this.emit("case.changed", view);
    return view;
  }

  scan(text: string): Result<"scan.submit"> {
    const waiting = [...this.desk.cases.values()].filter(({ jobs }) =>
      jobs.some(({ state }) => state === "spooled" || state === "reported"),
    );
    const found = MEMBERS.filter(({ memberNo }) => memberNo === text);
    const open = [...this.desk.cases.values()].find(
      (view) => view.member?.memberNo === text && view.now !== null,
    );
    const proved = waiting.find((view) => view.member?.memberNo === text);
    const effect = proved
      ? "confirmed"
      : waiting.length > 0 && found.length > 0
        ? "not-this-card"
        : open
          ? "case-opened"
          : found.length > 0
            ? "member-found"
            : "unknown";
    const outcome = { effect, case: proved?.case ?? open?.case ?? null, job: null, members: found } as const;
    const voided = proved ? null : (this.voided.get(text) ?? null);
    if (proved) this.#prove(this.desk.get(proved.case), "scan");
    this.emit("scanner.scanned", {
      device: null,
      ...outcome,
      members: [...found],
      voided,
      at: new Date().toISOString(),
    });
    return { ...outcome, members: [...found], voided };
  }

  #prove(view: CaseView, by: "scan" | "operator"): PrintJobView {
    const job = stepJob(view.jobs.at(-1)!, "confirmed", { confirmedBy: by });
    this.desk.putJob(view, job);
    this.changed(this.desk.advance(this.desk.get(view.case)));
    return job;
  }

  #mayPrint(said: { readonly frontOnly?: boolean; readonly ignoreSupplies?: boolean }): void {
    const { refusesUntil } = this;
    if (refusesUntil && !said[refusesUntil.said])
      throw new Refusal(refusesUntil.code, "Belum dicetak. Tekan tombol di bawah.");
  }

  #print({ case: id, printer, reprintReason, ...said }: Params<"card.print">): PrintJobView {
    this.#mayPrint(said);
    const before = this.desk.get(id).jobs.at(-1);
    if (before?.mayHaveInk && !reprintReason)
      throw new Refusal("CARD_ALREADY_PRINTED", "Kartu sudah pernah dicetak. Pilih sebabnya.");
    let job = newJob(printer, before);
    this.desk.putJob(this.desk.get(id), job);
    const rungs = ["rendered", "verified", "spooling", "spooled", "reported"] as const;
    for (const [index, state] of rungs.entries()) {
      setTimeout(
        () => {
          job = stepJob(job, state, { mayHaveInk: index >= 2 });
          this.desk.putJob(this.desk.get(id), job);
          this.emit("job.changed", { case: id, job });
        },
        this.rungMs * (index + 1),
      ).unref();
    }
    return job;
  }

  readonly #answers: Answers = {
    "operator.current": () => ({ areUsed: false, signedIn: null, refuses: [] }),
    "desk.get": () => this.desk.view(),
    "events.resume": () => ({ cursor: "0", isComplete: false }),
    "member.find": ({ memberNo }) => ({
      members: MEMBERS.filter((member) => member.memberNo === memberNo),
      ...{ source: "inlislite", ageMs: 0 },
    }),
    "member.search": ({ text }) => ({
      members: this.desk.search(text),
      ...{ source: "mirror", ageMs: this.copyAgeMs },
    }),
    "handover.facts": () => ({
      phone: { masked: "+62 899-••••-0412", standing: "mobile" },
      isMinor: false,
    }),
    "standard.list": () => ({ standards: STANDARDS.map(({ rows: _rows, ...standard }) => standard) }),
    "pairing.list": () => ({ pairings: this.desk.pairings }),
    "pairing.approve": ({ code }) => {
      const asked = this.desk.pairings.find((pairing) => pairing.code === code);
      if (!asked)
        throw new Refusal("PAIRING_UNKNOWN", "Angka ini tidak sedang menunggu izin. Muat ulang halaman itu.");
      const granted = { ...asked, state: "granted" as const, code: null };
      this.desk.pairings = this.desk.pairings.map((pairing) => (pairing === asked ? granted : pairing));
      return granted;
    },
    "pairing.revoke": ({ origin }) => {
      this.desk.pairings = this.desk.pairings.filter((pairing) => pairing.origin !== origin);
      return {};
    },
    "members.waiting": ({ limit }) => ({
      waiting: this.desk.waiting.slice(0, limit),
      total: this.desk.waiting.length,
    }),
    "sync.get": () => this.desk.sync,
    "system.ping": () => ({}),
    "case.open": ({ member, kind, channel, standard }) =>
      this.changed(
        this.desk.open(
          MEMBERS.find(({ memberId }) => memberId === member?.memberId) ?? null,
          kind,
          channel,
          standard,
        ),
      ),
    "case.get": ({ case: id }) => this.desk.get(id),
    "case.linkMember": ({ case: id, memberId }) =>
      this.changed(
        this.desk.put({
          ...this.desk.get(id),
          member: [...this.newMembers, ...MEMBERS].find((member) => member.memberId === memberId) ?? null,
        }),
      ),
    "case.completeStep": ({ case: id, result, documents = [] }) => {
      const view = this.desk.get(id);
      const requirements = view.requirements.map((requirement) => ({
        ...requirement,
        isChecked: requirement.isChecked || documents.includes(requirement.id),
      }));
      return this.changed(this.desk.advance({ ...view, requirements }, result));
    },
    "case.pause": ({ case: id, reason }) =>
      this.changed(this.desk.put({ ...this.desk.get(id), status: "paused", pausedFor: reason })),
    "case.resume": ({ case: id }) =>
      this.changed(
        this.desk.put({
          ...this.desk.get(id),
          status: "open",
          pausedFor: null,
          queueMs: null,
          asOf: new Date().toISOString(),
        }),
      ),
    "intake.categories": () => ({ suggested: null, choices: [] }),
    "case.notePapers": ({ case: id, documents }) => {
      const view = this.desk.get(id);
      const requirements = view.requirements.map((one) => ({
        ...one,
        isChecked: documents.includes(one.id),
      }));
      return this.changed(this.desk.put({ ...view, requirements, asOf: new Date().toISOString() }));
    },
    "case.cancel": ({ case: id }) => this.changed(this.desk.finish(this.desk.get(id), "cancelled")),
    "case.correctStep": ({ case: id, step, startedAt, endedAt }) => {
      const view = this.desk.get(id);
      const tookMs = Date.parse(endedAt) - Date.parse(startedAt);
      return this.changed(
        this.desk.put({
          ...view,
          steps: view.steps.map((known) =>
            known.key === step ? { ...known, tookMs, isCorrected: true } : known,
          ),
        }),
      );
    },
    "case.handOver": ({ case: id }) => this.changed(this.desk.finish(this.desk.get(id), "handed-over")),
    "photo.keep": ({ case: id }) => {
      const view = { ...this.desk.get(id), photo: randomUUID() };
      const isAtPhoto = view.now === "photo" || view.now === "photo-upload";
      return this.changed(isAtPhoto ? this.desk.advance(view) : this.desk.put(view));
    },
    "photo.get": async (_params, socket) => ({ photo: sendFrame(socket, await portrait()) }),
    "photo.original": async (_params, socket) => ({
      photo: sendFrame(socket, await cameraFrame(0)),
      crop: { x: 0.3, y: 0.2, width: 0.28125, height: 0.5 },
      look: { quarterTurns: 0, rollDegrees: 0, brightness: 1.2, contrast: 1, background: null },
    }),
    "photo.edit": ({ case: id }) =>
      this.changed(this.desk.put({ ...this.desk.get(id), photo: randomUUID() })),
    "photo.prepare": async (_params, socket) => ({
      photo: sendFrame(socket, await portrait()),
      background: "kept",
      widthPx: 900,
      heightPx: 1200,
      sha256: "0".repeat(64),
    }),
    "member.newest": () => ({ afterId: "9000" }),
    "member.findNew": () => ({ members: this.newMembers }),
    "case.formSaved": ({ case: id }) => {
      let view = this.desk.get(id);
      while (view.now !== null && view.now !== "photo" && view.now !== "photo-upload")
        view = this.desk.advance(view);
      return this.changed(view);
    },
    "card.queue": ({ memberId, kind, ...said }) => {
      this.#mayPrint(said);
      const member = MEMBERS.find((one) => one.memberId === memberId)!;
      const { standard } = this.desk.view();
      const open = [...this.desk.cases.values()].find((view) => view.member === member);
      const view = open ?? this.changed(this.desk.open(member, kind, "in-person", standard));
      const printer = "desk-1-printer";
      const { frontOnly, ignoreSupplies } = said;
      const how = { ...(frontOnly && { frontOnly }), ...(ignoreSupplies && { ignoreSupplies }) };
      const job = this.#print({ requestKey: "", case: view.case, printer, ...how });
      return { case: this.desk.get(view.case), job, isNew: true };
    },
    "photo.delivered": () => ({ confirmed: this.confirmsPhotos, photoName: null }),
    "member.get": ({ memberId }) => {
      const found = [...this.newMembers, ...MEMBERS].find((member) => member.memberId === memberId);
      if (!found) throw new Refusal("MEMBER_NOT_FOUND", "Anggota belum ditemukan. Periksa ejaan.");
      const { memberNo } = found;
      const sameNumber = MEMBERS.filter((member) => member !== found && member.memberNo === memberNo);
      const photoName = this.photoNames.get(memberId) ?? found.photoName;
      return { member: { ...found, photoName }, sameNumber };
    },
    "card.preview": async ({ case: id }, socket) => {
      const { member } = this.desk.get(id);
      return {
        card: sendFrame(
          socket,
          await cardPicture(member?.fullName ?? "", member?.memberNo ?? "0", this.desk.view().library),
        ),
      };
    },
    "card.print": (params) => ({ job: this.#print(params), isNew: true }),
    "job.confirm": ({ job }) => this.#prove(this.desk.get(this.desk.caseOf(job)), "operator"),
    "job.reject": ({ job }) => {
      const view = this.desk.get(this.desk.caseOf(job));
      const spoiled = stepJob(view.jobs.at(-1)!, "spoiled", { mayHaveInk: true });
      this.changed(this.desk.putJob(view, spoiled));
      return spoiled;
    },
    "scan.submit": ({ text }) => this.scan(text),
    "camera.watch": async ({ device }, socket) => {
      let turn = 0;
      const send = async (): Promise<void> => {
        turn += 1;
        const jpeg = sendFrame(socket, await cameraFrame(turn, 640));
        socket.send(
          JSON.stringify({ type: "event", event: "camera.frame", data: { device, jpeg }, cursor: null }),
        );
      };
      clearInterval(this.#watching.get(socket));
      this.#watching.set(
        socket,
        setInterval(() => void send(), 120),
      );
      await send();
      return {};
    },
    "camera.unwatch": (_params, socket) => {
      clearInterval(this.#watching.get(socket));
      return {};
    },
    "camera.capture": async (_params, socket) => ({
      photo: sendFrame(socket, await cameraFrame(3)),
      widthPx: 1280,
      heightPx: 960,
    }),
    "device.list": () => ({ devices: this.desk.devices }),
    "device.reopen": ({ device }) => this.setReasons(device, []),
    "device.simulate": ({ device, faults }) => this.setReasons(device, faults),
    "device.scan": ({ text }) => {
      this.scan(text);
      return {};
    },
  };

  setReasons(device: string, reasons: readonly string[]) {
    this.desk.devices = this.desk.devices.map((known) =>
      known.device === device ? withReasons(known, reasons) : known,
    );
    const found = this.desk.devices.find((known) => known.device === device)!;
    this.emit("device.healthChanged", { device, health: found.health });
    return found;
  }

  #greet(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on("close", () => {
      this.#sockets.delete(socket);
      clearInterval(this.#watching.get(socket));
    });
    socket.send(
      JSON.stringify({
        type: "hello",
        titian: "0.1.0",
        schema: { min: 1, max: 1 },
        instance: "fake",
        state: "ready",
      }),
    );
    socket.on("message", (data, isBinary) => {
      if (!isBinary) void this.#hear(socket, JSON.parse(String(data)));
    });
  }

  #atTheDoor(socket: WebSocket): void {
    const say = (message: object): void => socket.send(JSON.stringify(message));
    if (this.door === "open") say({ type: "session.opened", session: "s", isConsole: true });
    else if (this.door !== "refused") say({ type: "session.pairing", code: this.door.code });
    else {
      const error = { code: "SESSION_REFUSED", remedy: "fix-request", text: "", details: {} };
      say({ type: "error", id: null, error });
      socket.close(CLOSE.refused);
    }
  }

  /** The operator approves the code that a page shows. */
  approve(): void {
    this.door = "open";
    const paired = { type: "session.paired", token: "fake-token-of-twenty-characters" };
    for (const socket of this.#sockets) socket.send(JSON.stringify(paired));
  }

  async #hear(
    socket: WebSocket,
    message: { type: string; id: number; command: CommandName; params: never },
  ): Promise<void> {
    if (message.type === "session.open") return this.#atTheDoor(socket);
    if (message.type !== "request") return;
    const { id, command, params } = message;
    this.asked.push({ command, params });
    try {
      const answer = this.#answers[command];
      if (!answer) throw new Refusal("UNKNOWN_COMMAND", "Halaman ini tidak cocok dengan Titian. Muat ulang.");
      await this.#held.get(command);
      const result = await answer(params, socket);
      socket.send(JSON.stringify({ type: "result", id, result }));
    } catch (thrown) {
      const code = (thrown as Refusal).code ?? "INTERNAL";
      const error = { code, remedy: "fix-request", text: (thrown as Error).message, details: {} };
      socket.send(JSON.stringify({ type: "error", id, error }));
    }
  }
}
