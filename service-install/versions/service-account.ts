/** The account that the service runs under on Linux. */
export const USER = "titian";

/** Cameras; printers; serial ports; other USB devices on Debian. Only those that exist are asked for. */
export const DEVICE_GROUPS = ["video", "lp", "dialout", "plugdev"] as const;
