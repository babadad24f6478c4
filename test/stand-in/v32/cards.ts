import { download } from "../exchange.ts";
import { onePagePdf } from "../one-page-pdf.ts";
import type { Handler } from "../site.ts";

/** 1004 x 618 px, as PHPPdf makes it. */
const CARD: readonly [number, number] = [1004, 618];
const A4: readonly [number, number] = [595, 842];

export const oneCard: Handler = async ({ query }) =>
  download(await onePagePdf(`Kartu ${query.get("id")}`, CARD), "application/pdf", "KartuAnggota.pdf");

/** The members of the last bulk print stay in the session: opening this address again prints them again. */
export const manyCards: Handler = async ({ query, session }) => {
  const text = `Kartu ${session.printing.join(", ")}`;
  const size = query.get("tipe") === "1" ? CARD : A4;
  return download(await onePagePdf(text, size), "application/pdf", "KartuAnggota.pdf");
};

export const backs: Handler = async () =>
  download(await onePagePdf("Kartu belakang", CARD), "application/pdf", "KartuBelakang.pdf");
