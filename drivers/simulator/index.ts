import camera from "./camera-manifest.ts";
import cardPrinter from "./card-printer-manifest.ts";
import receiptPrinter from "./receipt-printer-manifest.ts";
import scanner from "./scanner-manifest.ts";
import sheetPrinter from "./sheet-printer-manifest.ts";

/** One for every class of device. They ship with the product: demonstrations and training run on them. */
export const simulators = [camera, cardPrinter, sheetPrinter, receiptPrinter, scanner];
