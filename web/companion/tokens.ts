import type { TokenStore } from "../../src/bridge/client/client.ts";

const KEY = "titian.token";

/** The token of this origin, in its own storage. A browser may forbid it: then the operator is asked once per page. */
export function tokensIn(storage: () => Storage): TokenStore {
  let kept: string | null = null;
  return {
    get() {
      try {
        return storage().getItem(KEY) ?? kept;
      } catch {
        return kept;
      }
    },
    set(token) {
      kept = token;
      try {
        if (token === null) storage().removeItem(KEY);
        else storage().setItem(KEY, token);
      } catch {
        // Nothing to answer: the token lasts as long as the page.
      }
    },
  };
}
