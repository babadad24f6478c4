import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Draft, Template } from "../../../src/bridge/protocol/design-shapes.ts";
import { Clerk, PRINTER } from "../../harness/clerk.ts";
import type { TestBridge } from "../../harness/start-bridge.ts";
import { LibraryBridges, WITHIN_MS } from "./library-bridges.ts";

const SAND = [243, 233, 210] as const;
const SKY = [201, 228, 243] as const;
type Colour = typeof SAND | typeof SKY;
const soon = { timeout: WITHIN_MS, interval: 100 };

let library: LibraryBridges;
beforeAll(async () => {
  library = await LibraryBridges.start(2);
}, 120_000);
afterAll(() => library?.[Symbol.asyncDispose]());

/** Titian's own front on a ground of that colour. */
async function draft({ client }: TestBridge, colour: Colour): Promise<Draft> {
  const ground = createCanvas(1004, 638);
  const pen = ground.getContext("2d");
  pen.fillStyle = `rgb(${colour.join(", ")})`;
  pen.fillRect(0, 0, 1004, 638);
  const { template } = await client.call("design.get", { name: "lengkung" });
  const { back: _, ...oneSided } = template;
  const layers: Template["front"]["layers"] = [
    { kind: "image", asset: "latar", box: { x: -1, y: -1, width: 87.6, height: 55.98 }, fit: "cover" },
    ...template.front.layers.filter(({ kind }) => kind !== "rect"),
  ];
  return {
    template: { ...oneSided, name: "pelajar", title: "Kartu Pelajar", front: { layers } },
    pictures: [{ name: "latar", frame: client.upload(await ground.encode("png")) }],
  };
}

async function approvedOn(desk: TestBridge, colour: Colour): Promise<void> {
  const { client } = desk;
  await client.call("design.save", { draft: await draft(desk, colour), expects: null });
  await client.call("design.approve", { name: "pelajar", version: 1 });
}

/** How much of a picture has nearly that colour, 0 to 1. */
async function shareOf(file: string, colour: Colour): Promise<number> {
  const picture = await loadImage(file);
  const canvas = createCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const { data } = pen.getImageData(0, 0, picture.width, picture.height);
  let near = 0;
  for (let at = 0; at < data.length; at += 4)
    if (colour.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 8)) near += 1;
  return (near * 4) / data.length;
}

it("a card that waits is drawn with the design that it was accepted with, although another desk has won that number", async () => {
  const [one, two] = library.desks as [TestBridge, TestBridge];
  const clerk = new Clerk(two);
  const view = await clerk.upToPrint((await clerk.someMember()).memberNo);
  await two.client.call("queue.pause", { printer: PRINTER });
  await library.apart(async () => {
    await approvedOn(one, SKY);
    await approvedOn(two, SAND);
    await two.client.call("design.choose", { choices: { default: "pelajar", rules: [] } });
    await clerk.print(view);
  });
  const jobs = () => two.bridge.store.jobs.byCase(view.case as never);
  expect(jobs()).toMatchObject([{ template: "pelajar", templateVersion: 1, state: "accepted" }]);

  const listed = async () =>
    (await two.client.call("designs.list", {})).designs.find(({ name }) => name === "pelajar");
  await expect.poll(async () => (await listed())?.overtakenBy, soon).toBe("Loket 1");
  expect(await listed()).toMatchObject({ approvedVersion: 1, version: 2 });

  await two.client.call("queue.resume", { printer: PRINTER });
  await clerk.untilJob(view.case, jobs()[0]?.job ?? "", "reported");
  expect(await shareOf(two.tray.newest ?? "", SAND)).toBeGreaterThan(0.3);
  expect(await shareOf(two.tray.newest ?? "", SKY)).toBeLessThan(0.01);
}, 90_000);
