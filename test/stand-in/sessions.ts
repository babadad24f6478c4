import { randomBytes } from "node:crypto";
import type { Officer } from "./staff.ts";

/** What PHP keeps of a visitor between two requests. */
export interface Session {
  readonly id: string;
  readonly officer: Officer | undefined;
  /** A message for the next page only. */
  readonly flash: string | undefined;
  /** 3.2 keeps the members of the last bulk print and never forgets them. */
  readonly printing: readonly string[];
}

export const newSession = (): Session => ({
  id: randomBytes(16).toString("hex"),
  officer: undefined,
  flash: undefined,
  printing: [],
});

export interface SessionStore {
  find(id: string | undefined): Promise<Session | undefined>;
  save(session: Session): Promise<void>;
  clear(): Promise<void>;
}

/** 3.3 keeps sessions in files. PHP locks such a file, so that requests of one session come one after the other. */
export class FileSessions implements SessionStore {
  readonly #sessions = new Map<string, Session>();
  readonly #queues = new Map<string, Promise<unknown>>();

  async find(id: string | undefined): Promise<Session | undefined> {
    return this.#sessions.get(id ?? "");
  }

  async save(session: Session): Promise<void> {
    this.#sessions.set(session.id, session);
  }

  async clear(): Promise<void> {
    this.#sessions.clear();
  }

  async inTurn<Result>(id: string | undefined, work: () => Promise<Result>): Promise<Result> {
    if (id === undefined) return work();
    const before = this.#queues.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#queues.set(id, mine);
    return mine;
  }
}
