import type { Hint, HintText } from "./id-hints.ts";

const inBoth = (mend: string): HintText["mend"] => ({ "3.2": mend, "3.3": mend });

const NUMBER_33 =
  "INLISLite 3.3's edit page makes what stands in Nomor Identitas the member number, so write the NIK down first.";

export const hints: Readonly<Record<Hint, HintText>> = {
  "number-shared": {
    short: "Number of two members",
    what: () => "More than one member has this number.",
    mend: {
      "3.2":
        "No card is printed for any of them. Give one of them a new number in INLISLite's edit form, then read again.",
      "3.3": `No card is printed for any of them. Give one of them a new number. ${NUMBER_33}`,
    },
  },
  "number-unprintable": {
    short: "Number hard to scan",
    what: () => "INLISLite would not find this number again when scanned.",
    mend: {
      "3.2": "Change Nomor Anggota in INLISLite: plain letters and digits, no space in front.",
      "3.3": `Change it to plain letters and digits without spaces. ${NUMBER_33}`,
    },
  },
  "not-active": {
    short: "Status not Aktif",
    what: ({ status }) => `Member status: ${status}.`,
    mend: {
      "3.2":
        "In INLISLite's member list, tick the name and choose Aktivasi; or set Status Anggota to Aktif. Then check Tanggal Berakhir.",
      "3.3": "Open Edit in INLISLite, choose Status Anggota: Aktif, and save.",
    },
    mendOther: "Cards are printed for active members only. See in INLISLite why this one is not.",
  },
  "no-end-date": {
    short: "No end date",
    what: () => "The membership has no end date.",
    mend: {
      "3.2": "INLISLite 3.2 takes that for ended. Fill in Tanggal Berakhir in the member's edit form.",
      "3.3":
        "INLISLite 3.3's edit page cannot set it. Make a Perpanjangan for the first end date, then print.",
    },
  },
  "ends-today": {
    short: "Tanggal Berakhir = today",
    what: () => "Tanggal Berakhir = today.",
    mend: inBoth(
      "Online registration writes it so, and Aktivasi does not change it. Renew in INLISLite first, then print.",
    ),
  },
  expired: {
    short: "Membership ended",
    what: ({ date }) => `The membership ended on ${date}.`,
    mend: inBoth("Make a Perpanjangan in INLISLite before printing."),
  },
  "name-unreadable": {
    short: "Garbled name",
    what: () => "The name has garbled letters.",
    mend: inBoth("Correct the name in INLISLite with Latin letters; the card prints it as it is."),
  },
  "no-type": {
    short: "No member type",
    what: () => "The member type is empty.",
    mend: {
      "3.2": "Choose Jenis Anggota in INLISLite's edit form.",
      "3.3": "Open Edit in INLISLite, choose Jenis Anggota, and save.",
    },
  },
  "number-like-nik": {
    short: "Number like a NIK",
    what: () => "The member number looks like a NIK.",
    mend: inBoth("The card carries it as it is, in the barcode too. Make sure the applicant knows."),
  },
  "no-photo": {
    short: "No photo yet",
    what: () => "INLISLite has no photo yet.",
    mend: inBoth("Take a photo with Titian."),
  },
};
