import type { CaseId } from "../../kernel/types.ts";
import { phoneView } from "../contact/phone-number.ts";
import type { Handlers } from "../dispatch.ts";
import type { CardDelivery } from "../flows/card-delivery.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { DIGITAL_CARD_COMMANDS } from "../protocol/digital-card-commands.ts";

interface Dependencies {
  readonly delivery: CardDelivery;
  readonly views: CaseViews;
  readonly canSave: boolean;
}

export function digitalCardHandlers({
  delivery,
  views,
  canSave,
}: Dependencies): Pick<Handlers, keyof typeof DIGITAL_CARD_COMMANDS> {
  return {
    async "digitalCard.prepare"({ case: id }, { session, signal }) {
      const [{ png, pdf }, phone] = await Promise.all([
        delivery.draw(id as CaseId, signal),
        delivery.phoneOf(id as CaseId, signal),
      ]);
      return {
        ...{ png: session.frames.hold(png), pdf: session.frames.hold(pdf), canSave },
        fileName: delivery.fileNameOf(id as CaseId),
        phone: phone ? phoneView(phone) : null,
        canMail: delivery.canMail,
      };
    },
    async "digitalCard.save"({ case: id }, { signal }) {
      return { files: [...(await delivery.save(id as CaseId, signal))] };
    },
    async "digitalCard.links"({ case: id, ...to }, { signal }) {
      const { whatsapp, mailto } = await delivery.links(id as CaseId, to, signal);
      return { whatsapp: whatsapp ?? null, mailto: mailto ?? null };
    },
    async "digitalCard.send"({ case: id, ...letter }, { signal }) {
      await delivery.send(id as CaseId, letter, signal);
      return views.of(id as CaseId);
    },
    async "digitalCard.told"({ case: id, how, ...to }, { signal }) {
      await delivery.told(id as CaseId, how, to, signal);
      return views.of(id as CaseId);
    },
  };
}
