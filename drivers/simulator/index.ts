import camera from "./camera/index.ts";
import cardPrinter from "./card-printer/index.ts";
import receiptPrinter from "./receipt-printer/index.ts";
import scanner from "./scanner/index.ts";

/** One for every class of device. They ship with the product: demonstrations and training run on them. */
export const simulators = [camera, cardPrinter, receiptPrinter, scanner];
