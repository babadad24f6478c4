import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FINISHING_WORK,
  type FinishingWork,
  GONE,
  PLACES,
  type Place,
} from "../../../src/cards/finishing/places.ts";
import {
  mayMove,
  nextPlace,
  placeFor,
  workAhead,
  workDone,
} from "../../../src/cards/finishing/transitions.ts";

const ROUTES: readonly (readonly FinishingWork[])[] = [
  ["cut", "laminate"],
  ["laminate", "cut"],
  ["cut"],
  ["laminate"],
  [],
];
const routes = fc.constantFrom(...ROUTES);

/** The ordinary way of one card, scan by scan. */
function wayOf(route: readonly FinishingWork[]): readonly Place[] {
  const way: Place[] = [placeFor(route[0])];
  for (let next = nextPlace(way[0]!, route); next; next = nextPlace(next, route)) way.push(next);
  return way;
}

describe("the way of a card after print", () => {
  it("is cut, laminated, looked at and ready, in the order of the library", () => {
    expect(wayOf(["cut", "laminate"])).toEqual([
      ...["to-cut", "to-laminate", "in-machine", "inspect", "ready", "handed-over"],
    ]);
    expect(wayOf(["laminate", "cut"])).toEqual([
      ...["to-laminate", "in-machine", "inspect", "to-cut", "ready", "handed-over"],
    ]);
  });

  it("leaves out what this library does not do, and everything for finished plastic", () => {
    expect(wayOf(["cut"])).toEqual(["to-cut", "ready", "handed-over"]);
    expect(wayOf(["laminate"])).toEqual(["to-laminate", "in-machine", "inspect", "ready", "handed-over"]);
    expect(wayOf([])).toEqual(["ready", "handed-over"]);
  });

  it("does each piece of work once, at the step that ends it", () => {
    for (const route of ROUTES) {
      const way = wayOf(route);
      const done = way.slice(1).flatMap((to, index) => workDone(way[index]!, to, route));
      expect(done).toEqual(route);
    }
  });

  it("only goes where the table lets it", () => {
    for (const route of ROUTES) {
      const way = wayOf(route);
      for (const [index, to] of way.slice(1).entries()) expect(mayMove(way[index]!, to)).toBe(true);
    }
  });
});

describe("any wandering over the board", () => {
  it("never leaves a card in a place without a way out, except where it has left the board", () => {
    for (const place of PLACES) {
      const ways = PLACES.filter((to) => mayMove(place, to));
      const isEnd = place === "void";
      expect(ways.length > 0).toBe(!isEnd);
    }
  });

  it("never brings back a card that has left the board, and never spoils one twice", () => {
    for (const gone of GONE) {
      for (const to of PLACES.filter((place) => mayMove(gone, place))) expect(to).toBe("void");
    }
    expect(mayMove("spoiled", "spoiled")).toBe(false);
  });

  it("ends at ready from wherever it was put, by scans alone, with the work before it done once more and no more", () => {
    fc.assert(
      fc.property(routes, fc.array(fc.constantFrom(...PLACES), { maxLength: 30 }), (route, wishes) => {
        let place: Place = placeFor(route[0]);
        for (const to of wishes) if (mayMove(place, to)) place = to;
        const ahead = workAhead(place, route);
        const done: FinishingWork[] = [];
        for (let steps = 0; place !== "ready"; steps++) {
          const next = nextPlace(place, route);
          if (!next || next === "handed-over") return;
          done.push(...workDone(place, next, route));
          place = next;
          expect(steps).toBeLessThan(FINISHING_WORK.length * 4);
        }
        expect(done).toEqual(ahead);
      }),
    );
  });
});
