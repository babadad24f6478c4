import type { HealthReason } from "../../devices/health.ts";
import type { ErrorCode } from "../../kernel/errors.ts";
import { en } from "./en.ts";
import { id } from "./id.ts";
import type { HealthText, Language, Messages } from "./messages.ts";

const MESSAGES: Readonly<Record<Language, Messages>> = { id, en };

export const errorText = (code: ErrorCode, language: Language): string => MESSAGES[language].errors[code];

export const healthText = (reason: HealthReason, language: Language): HealthText =>
  MESSAGES[language].health[reason];
