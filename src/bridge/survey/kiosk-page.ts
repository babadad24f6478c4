import { SURVEY_BAND_NAMES, SURVEY_BANDS, SURVEY_ELEMENTS } from "../../sla/survey/questionnaire.ts";
import { EN_SURVEY } from "../messages/en-survey.ts";
import { ID_SURVEY } from "../messages/id-survey.ts";
import type { Language } from "../messages/messages.ts";
import type { SurveyWords } from "../messages/survey-words.ts";
import type { FilledForm } from "./kiosk-form.ts";
import { KIOSK_STYLE } from "./kiosk-style.ts";

const WORDS = { id: ID_SURVEY, en: EN_SURVEY } as const;

interface Page {
  readonly language: Language;
  /** As INLISLite or the standard calls it; may be empty. */
  readonly library: string;
}

/** The nine questions, with what was already chosen where an answer was missing. No script: it works on any phone. */
export function questionsPage(page: Page, path: string, filled?: FilledForm): string {
  const words = WORDS[page.language];
  const given = filled?.given ?? new Map<string, string>();
  const missing = filled?.missing ?? [];
  const questions = SURVEY_ELEMENTS.map((element, index) => {
    const { question, answers } = words.questions[element];
    const options = answers.map((answer, at) => {
      const value = String(at + 1);
      const checked = given.get(element) === value ? " checked" : "";
      return `<label><input type="radio" name="${element}" value="${value}" required${checked}>${text(answer)}</label>`;
    });
    const bad = missing.includes(index + 1) ? ' class="bad"' : "";
    return `<fieldset${bad}><legend>${index + 1}. ${text(question)}</legend>${options.join("")}</fieldset>`;
  });
  const other = page.language === "id" ? "?en" : "";
  return whole(page, words.title, [
    `<p>${text(words.lead)}</p>`,
    ...(missing.length > 0 ? [`<p class="alert" role="alert">${text(words.missing(missing))}</p>`] : []),
    // The browser's own check would speak the browser's language.
    `<form method="post" novalidate action="${path}${page.language === "en" ? "?en" : ""}">`,
    ...questions,
    `<fieldset><legend>${text(words.aboutYou)}</legend><p>${text(words.aboutYouHint)}</p>`,
    ...bandFields(words, given),
    `</fieldset><button>${text(words.send)}</button></form>`,
    `<a href="${path}${other}" lang="${other ? "en" : "id"}">${text(words.otherLanguage)}</a>`,
  ]);
}

export type KioskSaying = "thanks" | "over" | "tooMany" | "notRead" | "notKept";

/** One sentence and nothing to press. */
export function sayingPage(page: Page, saying: KioskSaying): string {
  const words = WORDS[page.language];
  if (saying === "thanks") return whole(page, words.thanks, [`<p>${text(words.thanksLead)}</p>`]);
  return whole(page, words.title, [`<p class="alert">${text(words[saying])}</p>`]);
}

function bandFields(words: SurveyWords, given: ReadonlyMap<string, string>): readonly string[] {
  return SURVEY_BAND_NAMES.map((band) => {
    const { name, options } = words.bands[band];
    const named = options as Readonly<Record<string, string>>;
    const choices = SURVEY_BANDS[band].map(
      (option) =>
        `<option value="${option}"${given.get(band) === option ? " selected" : ""}>${text(named[option] ?? "")}</option>`,
    );
    return `<label class="pick">${text(name)}<select name="${band}"><option value="">${text(words.notSaid)}</option>${choices.join("")}</select></label>`;
  });
}

function whole({ language, library }: Page, title: string, body: readonly string[]): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(title)}</title><style>${KIOSK_STYLE}</style></head><body><main>`,
    `<p class="lib">${text(library)}</p><h1>${text(title)}</h1>`,
    ...body,
    "</main></body></html>",
  ].join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};
const text = (plain: string): string => plain.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");
