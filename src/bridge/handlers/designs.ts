import { readDesign, writeDesign } from "../../cards/design-file.ts";
import { type DesignShelf, newestOf } from "../../cards/design-shelf.ts";
import { sizeOf } from "../../cards/picture-size.ts";
import type { SettingsRepository } from "../../inlislite/member.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId, MemberKey, MemberNo } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import type { Handlers } from "../dispatch.ts";
import { designMeant, designOf } from "../flows/design-draft.ts";
import type { DesignPrintCheck } from "../flows/design-print-check.ts";
import type { DesignViews } from "../flows/design-views.ts";
import type { TestPrints } from "../flows/test-prints.ts";
import type { LibraryBackgrounds } from "../library-backgrounds.ts";
import type { DESIGN_COMMANDS } from "../protocol/design-commands.ts";
import type { DesignView } from "../protocol/design-shapes.ts";

interface Dependencies {
  readonly shelf: DesignShelf;
  readonly views: DesignViews;
  readonly printCheck: DesignPrintCheck;
  readonly prints: TestPrints;
  readonly hub: EventHub;
  readonly memberKeyOf: (memberNo: MemberNo) => MemberKey;
  readonly backgrounds: LibraryBackgrounds;
  readonly settings: Pick<SettingsRepository, "memberTypes">;
}

export function designHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof DESIGN_COMMANDS> {
  const { shelf, views, printCheck, prints, hub, memberKeyOf, backgrounds, settings } = dependencies;
  const told = (name: string): DesignView => {
    hub.publish("designs.changed", views.all());
    return views.of(name);
  };
  return {
    async "designs.list"() {
      return views.all();
    },
    async "design.get"({ name, version }) {
      return views.details(name, version);
    },
    async "design.picture"({ name, version, picture }, { session }) {
      const bytes = shelf.require(name, version).assets.get(picture);
      if (!bytes) throw new TitianError("DESIGN_PICTURE_UNKNOWN", { details: { picture } });
      return { picture: session.frames.send(bytes) };
    },
    async "design.save"({ draft, expects }, { session }) {
      const design = designOf(draft, shelf, session.frames);
      shelf.save(design, expects ?? undefined);
      return told(design.template.name);
    },
    async "design.background"({ side }, { session, signal }) {
      const { bytes, fileName } = await backgrounds.get(side, signal);
      const { widthPx = 0, heightPx = 0 } = sizeOf(bytes) ?? {};
      return { picture: session.frames.send(bytes), fileName, widthPx, heightPx };
    },
    async "design.memberTypes"(_, { signal }) {
      return { types: [...(await settings.memberTypes(signal))] };
    },
    async "design.preview"({ sample = "short", side = "front", member, ...asked }, { session, signal }) {
      const design = designMeant(asked, shelf, session.frames);
      const of = member
        ? { memberId: member.memberId, memberKey: memberKeyOf(member.memberNo as MemberNo) }
        : sample;
      const { png, ...size } = await printCheck.preview(design, { of, side }, signal);
      return { card: session.frames.send(png), ...size };
    },
    async "design.check"(asked, { session, signal }) {
      return { findings: await printCheck.findings(designMeant(asked, shelf, session.frames), signal) };
    },
    async "design.approve"({ name, version }, { signal }) {
      await printCheck.assertPrints(shelf.require(name, version), signal);
      shelf.approve(name, version);
      return told(name);
    },
    async "design.withdraw"({ name }) {
      shelf.withdraw(name);
      return told(name);
    },
    async "design.choose"({ choices }) {
      shelf.choose(choices);
      const all = views.all();
      hub.publish("designs.changed", all);
      return all;
    },
    async "design.import"({ file }, { session, signal }) {
      const design = readDesign(session.frames.pull(file));
      const findings = await printCheck.findings(design, signal);
      const name = importedName(design.template.name, shelf, views);
      const record = shelf.record(name);
      shelf.save({ ...design, template: { ...design.template, name } }, record && newestOf(record).version);
      return { design: told(name), findings };
    },
    async "design.export"({ name, version }, { session }) {
      const design = shelf.require(name, version);
      const fileName = `${name}-v${design.template.version}.titian-card.json`;
      return { file: session.frames.send(writeDesign(design)), fileName };
    },
    async "design.printTest"({ name, version, printer, side, requestKey }, { signal }) {
      const design = shelf.require(name, version);
      return prints.testDesign(
        { design, printer: printer as DeviceId, side: side ?? undefined, requestKey },
        signal,
      );
    },
  };
}

/** The file's own name where it is free, or where the design of that name has lost its file: then this mends it. */
function importedName(wanted: string, shelf: DesignShelf, views: DesignViews): string {
  if (!shelf.isKnown(wanted) || views.of(wanted).trouble !== null) return wanted;
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const name = wanted.slice(0, 60 - ending.length) + ending;
    if (!shelf.isKnown(name)) return name;
  }
}
