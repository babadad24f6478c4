/** What a camera may be asked for. The names are ffmpeg's. */
export const INPUT_FORMATS = ["auto", "mjpeg", "yuyv422", "uyvy422", "nv12", "yuv420p"] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
