import type { Template } from "../template.ts";
import { lengkung } from "./lengkung.ts";
import { lengkungNoPhoto } from "./lengkung-no-photo.ts";

/** A template exists when it is listed here. */
export const TEMPLATES: readonly Template[] = [lengkung, lengkungNoPhoto];
