/**
 * Latin letters and what stands between the parts of a name; digits, because some libraries number namesakes. Nothing else:
 * INLISLite's columns are latin1, and what that cannot spell has become `?` or U+FFFD, or came as HTML (`&#039;`).
 */
const SPELLING = /^[\p{Script=Latin}\p{M}0-9 \u00a0.,'"’‘ʼ´`“”()/–-]+$/u;

const TWO_LETTERS = /\p{Script=Latin}.*\p{Script=Latin}/u;

/**
 * UTF-8 that was taken for latin1, `RenÃ©e`. Most of it breaks the spelling above by itself; these pairs look like letters:
 * É was saved as `Ã‰`, Ò as `Ã’`, à as `Ã` with a hard space, ú as `Ãº`; 3.2 has put them in capitals.
 */
const TAKEN_FOR_LATIN1 = /[ÂÃÄÅ][\u0080-\u00bf€‚ƒƑ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

/** Whether a name can be printed on a card as it stands. A wrong no costs a look at the screen, a wrong yes costs a card. */
export function isReadableName(name: string): boolean {
  return SPELLING.test(name) && TWO_LETTERS.test(name) && !TAKEN_FOR_LATIN1.test(name);
}
