/** Below "Cetak": what stands behind `#/cetak/`. Read by people at the desk, so in their language. */
export const BATCHES = "kelompok";
export const FRESH_BATCH = "kelompok/baru";
export const CALIBRATION = "kalibrasi";

export const batchPath = (batch: string): string => `${BATCHES}/${batch}`;
