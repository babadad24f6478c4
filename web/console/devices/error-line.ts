import type { Messages } from "../../messages/id.ts";

/** What a code means to people, where the page knows it. */
export const errorLine = (text: Messages, code: string): string => text.failures[code] ?? text.unknownFailure;
