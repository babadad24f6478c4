import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

const WORDS = "`{nama}` and `{perpustakaan}` are filled in.";
const letter = (standard: string, description: string) =>
  Type.String({ default: standard, minLength: 1, maxLength: 1500, ...RESTART, description });

/** Texts are read by members, so they are Indonesian until the library writes its own. */
export const DeliverySection = section(
  {
    folder: Type.Optional(
      Type.String({
        "x-folder": true,
        minLength: 1,
        maxLength: 1000,
        ...RESTART,
        description:
          "Folder for digital cards on their way to a member, emptied by whoever sends them. Left out: they are downloaded in the browser.",
      }),
    ),
    cardText: letter(
      "Yth. {nama}, kartu anggota {perpustakaan} Anda sudah jadi. Kartu digital terlampir. Tunjukkan kartu ini di meja layanan.",
      `WhatsApp and mail with a digital card. ${WORDS}`,
    ),
    cardSubject: Type.String({
      default: "Kartu anggota {perpustakaan}",
      minLength: 1,
      maxLength: 150,
      pattern: "^[^\\r\\n]*$",
      ...RESTART,
      description: `Subject of that mail. ${WORDS}`,
    }),
    readyText: letter(
      "Yth. {nama}, kartu anggota {perpustakaan} Anda sudah siap diambil di meja layanan pada jam buka.",
      `WhatsApp to somebody who has not fetched a card. ${WORDS}`,
    ),
  },
  "Digital cards and words to members.",
);
