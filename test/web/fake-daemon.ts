import { createServer, type Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { CommandName, Result } from "../../src/bridge/protocol/commands.ts";
import type { EventName, EventPayload } from "../../src/bridge/protocol/events.ts";
import type { VoidedView } from "../../src/bridge/protocol/handover-shapes.ts";
import { CLOSE } from "../../src/bridge/protocol/limits.ts";
import type { CaseView, MemberView } from "../../src/bridge/protocol/shapes.ts";
import { freePort } from "../harness/free-port.ts";
import { answersOf } from "./fake-answers.ts";
import { FakeDesk, MEMBERS } from "./fake-desk.ts";
import { withReasons } from "./fake-devices.ts";
import { serveFile } from "./fake-files.ts";
import { Refusal } from "./fake-job.ts";
import { prove } from "./fake-prints.ts";
import { FakePrivacy } from "./fake-privacy.ts";

/** Speaks the protocol with scripted state, so that the console can be looked at without the daemon. */
export class FakeDaemon {
  readonly desk = new FakeDesk();
  readonly privacy = new FakePrivacy();
  /** Where members are looked up: INLISLite itself, or the copy of it while it is away. */
  findsFrom: "inlislite" | "mirror" = "inlislite";
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
  readonly #answers = answersOf(this);

  constructor() {
    this.#http = createServer((request, response) => void serveFile(request.url ?? "/", response));
    const sockets = new WebSocketServer({ server: this.#http });
    sockets.on("connection", (socket) => this.#greet(socket));
  }

  async listen(port?: number): Promise<number> {
    const own = port ?? (await freePort());
    await new Promise<void>((resolve) => this.#http.listen(own, "127.0.0.1", resolve));
    return own;
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
    if (proved) prove(this, this.desk.get(proved.case), "scan");
    this.emit("scanner.scanned", {
      device: null,
      ...outcome,
      members: [...found],
      voided,
      at: new Date().toISOString(),
    });
    return { ...outcome, members: [...found], voided };
  }

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
    socket.on("close", () => this.#sockets.delete(socket));
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
