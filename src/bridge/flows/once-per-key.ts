/** As many as a desk prints in a day of testing; older keys belong to pages that are long closed. */
const REMEMBERED = 500;

/** The same key never does the same work twice: a page that asks again shares the first answer, good or bad. */
export class OncePerKey<Result> {
  readonly #answers = new Map<string, Promise<Result>>();

  run(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = work();
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > REMEMBERED && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
