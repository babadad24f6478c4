/**
 * A page that was rewritten is another page: its ETag says by what, so that a browser which kept it under another port, or
 * from before a setting was changed, asks for the whole of it.
 */
export class Etags {
  readonly #mark: string;

  constructor(variant: string) {
    this.#mark = `-titian-${variant}`;
  }

  mark(etag: string): string {
    return etag.endsWith('"') ? `${etag.slice(0, -1)}${this.#mark}"` : etag;
  }

  isMarked(list = ""): boolean {
    return list.includes(this.#mark);
  }

  /** If-None-Match as INLISLite knows it; tags of another variant are left out, and with the last of them the header. */
  unmark(list: string): string | undefined {
    const tags = list.split(",").flatMap((entry) => {
      const tag = entry.trim();
      if (!tag.includes("-titian-")) return [tag];
      return tag.endsWith(`${this.#mark}"`) ? [tag.replace(`${this.#mark}"`, '"')] : [];
    });
    return tags.length === 0 ? undefined : tags.join(", ");
  }
}
