import type { Template } from "../template.ts";
import { children } from "./children.ts";
import { inkjetPvc } from "./inkjet-pvc.ts";
import { inlislite1, inlislite2, inlislite3, inlislite4 } from "./inlislite-32.ts";
import { inlislite33 } from "./inlislite-33.ts";
import { kawung, kawungNoPhoto } from "./kawung.ts";
import { lengkung } from "./lengkung.ts";
import { lengkungNoPhoto } from "./lengkung-no-photo.ts";
import { plainPaper } from "./plain-paper.ts";
import { school } from "./school.ts";

/** A template exists when it is listed here. The first is the default. */
export const TEMPLATES: readonly Template[] = [
  ...[lengkung, lengkungNoPhoto, kawung, kawungNoPhoto],
  ...[school, children, plainPaper, inkjetPvc],
  ...[inlislite1, inlislite2, inlislite3, inlislite4, inlislite33],
];
