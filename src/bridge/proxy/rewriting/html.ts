import { type Addresses, LONGEST_ADDRESS } from "../addresses.ts";
import type { Rewriter } from "./rewriter.ts";

/** A `<script …>` or `<link …>` longer than this is passed on as any text. */
const LONGEST_TAG = 16 * 1024;

/** Where markup turns into something else. A closing tag inside a JSON string has its slash escaped. */
const MARKUP = /<!--|<(?:script|link|textarea|body)(?=[\s/>])|<\/(?:head|html)(?=[\s>])/gi;
const WHOLE_TAG = /<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;
const ENDS = {
  script: /<\\?\/script(?=[\s/>])/gi,
  textarea: /<\\?\/textarea(?=[\s/>])/gi,
  comment: /-->/g,
} as const;

type Place = "markup" | keyof typeof ENDS;

interface HtmlOptions {
  readonly addresses: Addresses;
  /** Put in once before `</head>`, or before the first thing that shows that there is none. */
  readonly addition?: string;
  /** A `<script>` or `<link>` whose address was replaced by that of a copy. */
  readonly onCopied: (tag: string, copies: readonly string[]) => string;
}

/**
 * INLISLite's pages. Addresses are rewritten in markup, scripts, styles and comments. Not in a textarea: what stands there is
 * sent back and stored, and would lead everybody else's browser to this desk.
 */
export class HtmlRewriter implements Rewriter {
  readonly #options: HtmlOptions;
  #addition: string;
  #text = "";
  #from = 0;
  #place: Place = "markup";
  /** Undefined until the first character that is no space. */
  #isMarkup: boolean | undefined;

  constructor(options: HtmlOptions) {
    this.#options = options;
    this.#addition = options.addition ?? "";
  }

  push(text: string): string {
    this.#text += text;
    return this.#run(false);
  }

  end(): string {
    const rest = this.#run(true);
    // No head, no body, no end: a browser makes them up, and a script at the end still runs.
    return rest + this.#takeAddition();
  }

  #run(isLast: boolean): string {
    this.#isMarkup ??= firstOf(this.#text);
    const parts: string[] = [];
    while (this.#step(parts, isLast));
    const keep = Math.max(0, this.#from - 1);
    this.#text = this.#text.slice(keep);
    this.#from -= keep;
    return parts.join("");
  }

  /** Puts out up to the next turning point. False when the rest has to wait for more. */
  #step(parts: string[], isLast: boolean): boolean {
    const pattern = this.#place === "markup" ? MARKUP : ENDS[this.#place];
    pattern.lastIndex = this.#from;
    const found = pattern.exec(this.#text);
    if (!found) {
      const until = isLast ? this.#text.length : this.#text.length - LONGEST_ADDRESS;
      if (until > this.#from) parts.push(this.#copyTo(until));
      return false;
    }
    if (found.index > this.#from) parts.push(this.#copyTo(found.index));
    return this.#turn(found[0].toLowerCase(), parts, isLast);
  }

  #turn(found: string, parts: string[], isLast: boolean): boolean {
    if (this.#place !== "markup") return this.#enter("markup", found, parts);
    if (found === "<!--") return this.#enter("comment", found, parts);
    if (found !== "<script" && found !== "<link" && found !== "<textarea") parts.push(this.#takeAddition());
    if (found.startsWith("</") || found === "<body") return this.#enter("markup", found, parts);

    WHOLE_TAG.lastIndex = this.#from;
    const [tag] = WHOLE_TAG.exec(this.#text) ?? [];
    if (tag === undefined && !isLast && this.#text.length - this.#from < LONGEST_TAG) return false;
    if (tag === undefined) return this.#enter("markup", found, parts);
    const { text, copies } = this.#options.addresses.all(tag);
    parts.push(copies.length > 0 ? this.#options.onCopied(text, copies) : text);
    this.#from += tag.length;
    if (found !== "<link") this.#place = found === "<script" ? "script" : "textarea";
    return true;
  }

  /** Puts out the token itself; what follows is in `place`. */
  #enter(place: Place, token: string, parts: string[]): boolean {
    this.#place = place;
    parts.push(this.#text.slice(this.#from, this.#from + token.length));
    this.#from += token.length;
    return true;
  }

  #copyTo(until: number): string {
    if (this.#place === "textarea") {
      const text = this.#text.slice(this.#from, until);
      this.#from = until;
      return text;
    }
    const { text, end } = this.#options.addresses.between(this.#text, this.#from, until);
    this.#from = end;
    return text;
  }

  #takeAddition(): string {
    const addition = this.#isMarkup ? this.#addition : "";
    this.#addition = "";
    return addition;
  }
}

/** Whether a text begins as markup does. JSON sent as text/html does not. */
function firstOf(text: string): boolean | undefined {
  const first = /[^\s\xEF\xBB\xBF]/.exec(text)?.[0];
  return first === undefined ? undefined : first === "<";
}
