import { memberIdOf } from "./member-id.ts";
import type { PageMember } from "./page.ts";

export interface RowReading {
  /** Leads to the member of the row; where a row has one, its id must be the ticked box's. */
  readonly memberLink: string;
  /** The column of the member's number. */
  readonly isNumberHeading: (heading: Element) => boolean;
}

/** A box that chooses a row, under any of the names that INLISLite's revisions give it; other boxes in a row switch things on. */
const ROW_BOX = /^(?:id|ids|cid|cek|selection|row_id|member_ids?)\[\]$/iu;

/**
 * Members whose rows are ticked, as far as the page itself has them: both versions forget ticks on other pages of the list.
 * A table that Pjax has taken away, and whose successor is not looked at yet, has none.
 */
export function checkedRows(table: HTMLElement, reading: RowReading): readonly PageMember[] {
  if (!table.isConnected) return [];
  const members = new Map<string, PageMember>();
  for (const box of table.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]:checked")) {
    const row = box.closest("tr");
    if (!row || !ROW_BOX.test(box.name)) continue;
    // The box of 3.2 carries the id twice: as its value and as the row's key.
    const memberId = memberIdOf(box.value) ?? memberIdOf(row.dataset["key"]);
    if (memberId && linksTo(row, reading.memberLink, memberId)) {
      members.set(memberId, { memberId, memberNo: numberIn(table, row, reading) });
    }
  }
  return [...members.values()];
}

/** The row of one member, for what is shown in it. */
export function rowOf(table: HTMLElement, memberId: string): HTMLElement | undefined {
  const boxes = Array.from(table.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]"));
  const box = boxes.find(({ name, value }) => ROW_BOX.test(name) && memberIdOf(value) === memberId);
  return box?.closest("tr") ?? undefined;
}

/** The member's number as its row shows it. */
export function numberIn(table: HTMLElement, row: Element, reading: RowReading): string | undefined {
  const headings = Array.from(table.querySelectorAll("thead tr:first-child > *"));
  const column = headings.findIndex((heading) => reading.isNumberHeading(heading));
  return row.children[column]?.textContent?.trim() || undefined;
}

function linksTo(row: Element, memberLink: string, memberId: string): boolean {
  const link = row.querySelector<HTMLAnchorElement>(memberLink);
  if (!link) return true;
  const address = new URL(link.href);
  return memberIdOf(address.searchParams.get("id") ?? address.pathname.split("/").at(-1)) === memberId;
}
