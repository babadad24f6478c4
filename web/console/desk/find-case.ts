import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";

/** `A-012`, `a012` or `12`. */
const TICKET = /^(?:a-?)?0*(\d{1,4})$/i;

/** The number of the queue ticket that somebody typed; undefined for a name or a member's number. */
export function ticketIn(typed: string): number | undefined {
  const found = TICKET.exec(typed.trim());
  return found ? Number(found[1]) : undefined;
}

/** Open cases by the number on the ticket, or by words of the member's name in any order. */
export function findCases(cases: readonly CaseView[], typed: string): readonly CaseView[] {
  const ticket = ticketIn(typed);
  if (ticket !== undefined)
    return cases.filter((view) => view.ticket !== null && ticketIn(view.ticket) === ticket);
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return cases.filter(({ member }) => {
    const names = plain(member?.fullName ?? "").split(/\s+/);
    return words.every((word) => names.some((name) => name.startsWith(word)));
  });
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
