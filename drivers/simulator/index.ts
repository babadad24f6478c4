import camera from "./camera-manifest.ts";
import cardPrinter from "./card-printer-manifest.ts";
import receiptPrinter from "./receipt-printer-manifest.ts";
import scanner from "./scanner-manifest.ts";

/** One for every class of device. They ship with the product: demonstrations and training run on them. */
export const simulators = [camera, cardPrinter, receiptPrinter, scanner];
