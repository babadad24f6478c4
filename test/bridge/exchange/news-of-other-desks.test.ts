import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventName } from "../../../src/bridge/protocol/events.ts";
import type { JobId } from "../../../src/kernel/types.ts";
import { SURVEY_BANDS, SURVEY_ELEMENTS, SURVEY_SCORES } from "../../../src/sla/survey/questionnaire.ts";
import { FEWEST_ANSWERS } from "../../../src/sla/survey/survey-index.ts";
import type { EventData } from "../../../src/store/event-catalog.ts";
import type { LibraryNoun } from "../../../src/store/exchange-scope.ts";
import { Clerk } from "../../harness/clerk.ts";
import type { TestBridge } from "../../harness/start-bridge.ts";
import { heard, LibraryBridges, WITHIN_MS } from "./library-bridges.ts";

const LEBAK = "id.lebak.pembuatan-kta";
const BARITO = "id.barito-utara.kartu-anggota";
const SOON = { timeout: WITHIN_MS, interval: 100 };
const zeros = (kinds: readonly unknown[]): number[] => kinds.map(() => 0);

/** Listens at the second desk before anything is done at the first. */
const told =
  <E extends EventName>(
    event: E,
    isWanted: Parameters<typeof heard<E>>[2],
    act: (desk: TestBridge) => Promise<unknown>,
  ) =>
  async (one: TestBridge, two: TestBridge): Promise<void> => {
    await Promise.all([heard(two, event, isWanted), act(one)]);
  };

const received = async ({ client }: TestBridge): Promise<string> => {
  const complaint = crypto.randomUUID();
  const said = { channel: "box", subject: "waiting-time", standard: LEBAK, text: "Lama menunggu" } as const;
  await client.call("complaint.receive", { complaint, ...said });
  return complaint;
};

/** Of everything that the desks share, at the page that shows it. */
const NEWS: Readonly<
  Record<Exclude<LibraryNoun, "counter" | "batch">, (one: TestBridge, two: TestBridge) => Promise<void>>
> = {
  case: async (one, two) => {
    const clerk = new Clerk(one);
    const { memberNo } = await clerk.someMember();
    const [news] = await Promise.all([
      heard(two, "case.changed", ({ ticket }) => ticket === "A-001"),
      clerk.open(memberNo),
    ]);
    expect(news.steps.length).toBeGreaterThan(1);
  },
  print: async (one, two) => {
    const clerk = new Clerk(one);
    const { memberNo } = await clerk.someMember(1);
    const isPrinted = heard(two, "case.changed", ({ jobs }) =>
      jobs.some(({ state }) => state === "reported"),
    );
    await clerk.printed(await clerk.upToPrint(memberNo));
    await isPrinted;
  },
  card: async (one, two) => {
    const clerk = new Clerk(two);
    const { memberNo } = await clerk.someMember(2);
    const isCut = heard(two, "board.changed", ({ cards }) => cards === 1);
    const { case: id, jobs } = await clerk.printed(await clerk.upToPrint(memberNo));
    await clerk.scan(await clerk.cardInTray());
    await isCut;
    const { job } = jobs[0]!;
    await expect.poll(() => one.bridge.store.jobs.get(job as JobId)?.state, SOON).toBe("confirmed");
    // Somebody has it in the hand at the other desk.
    const isGone = heard(two, "board.changed", ({ cards }) => cards === 0);
    const isTold = heard(two, "case.changed", (view) => view.case === id && view.cardPlace === null);
    const data: EventData<"card.moved"> = { to: "void", from: "to-cut" };
    one.bridge.store.events.append({ stream: `card/${job}`, type: "card.moved", data });
    await isGone;
    await isTold;
  },
  standard: told(
    "standards.changed",
    ({ standards }) => standards.some(({ id, isWithdrawn }) => id === BARITO && isWithdrawn),
    ({ client }) => client.call("standard.withdraw", { id: BARITO }),
  ),
  calendar: told(
    "calendar.changed",
    ({ version, basis }) => version === 1 && basis === "library",
    async ({ client }) => {
      const { calendar, version } = await client.call("calendar.get", {});
      return client.call("calendar.save", { calendar, expects: version });
    },
  ),
  design: told(
    "designs.changed",
    ({ choices }) => choices.default === "lengkung" && choices.rules.length === 1,
    ({ client }) => {
      const rules = [{ minor: true, design: "lengkung" }];
      return client.call("design.choose", { choices: { default: "lengkung", rules } });
    },
  ),
  complaint: async (one, two) => {
    const news = heard(two, "complaints.changed", ({ complaint }) => complaint !== null);
    const complaint = await received(one);
    expect(await news).toMatchObject({ complaint, counts: { open: 1 } });
  },
  complaints: told(
    "complaints.changed",
    ({ complaint }) => complaint === null,
    ({ client }) => client.call("complaints.setLimit", { limitDays: 7 }),
  ),
  vault: async (one, two) => {
    const isThere = heard(two, "complaints.changed", ({ complaint }) => complaint !== null);
    const complaint = await received(one);
    await isThere;
    const isErased = heard(two, "complaints.changed", () => true);
    await one.client.call("complaint.erase", { complaint });
    await isErased;
    const isGone = async () => (await two.client.call("complaint.get", { complaint })).isErased;
    await expect.poll(isGone, SOON).toBe(true);
  },
  erasure: told(
    "privacy.changed",
    () => true,
    ({ client }) => client.call("member.erase", { memberNo: "nobody's number" }),
  ),
  survey: told(
    "survey.changed",
    () => true,
    async ({ bridge }) => {
      const { sex, age, education, occupation } = SURVEY_BANDS;
      const data: EventData<"survey.counted"> = {
        ...{ group: crypto.randomUUID(), day: "2026-02-06", n: FEWEST_ANSWERS },
        scores: SURVEY_ELEMENTS.map(() => zeros(SURVEY_SCORES)),
        bands: {
          ...{ sex: zeros(sex), age: zeros(age) },
          ...{ education: zeros(education), occupation: zeros(occupation) },
        },
      };
      bridge.store.events.append({ stream: "survey/site", type: "survey.counted", data });
    },
  ),
};

describe("a page at one desk, while something happens at another", () => {
  let library: LibraryBridges;
  beforeAll(async () => {
    library = await LibraryBridges.start(2);
  }, 90_000);
  afterAll(() => library?.[Symbol.asyncDispose]());

  it.each(Object.entries(NEWS))(
    "hears at once what has come of %s/…",
    async (_, hears) => {
      const [one, two] = library.desks as [TestBridge, TestBridge];
      await hears(one, two);
    },
    WITHIN_MS * 2,
  );

  it(
    "hears of a desk that joins, so that a case can be handed to it",
    async () => {
      const [one] = library.desks as [TestBridge];
      const [news] = await Promise.all([
        heard(one, "desks.changed", ({ otherDesks }) => otherDesks.length === 2),
        library.join(),
      ]);
      expect(news.otherDesks.map(({ title }) => title)).toEqual(["Loket 2", "Loket 3"]);
    },
    WITHIN_MS * 2,
  );
});
