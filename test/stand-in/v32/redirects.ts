import { type Exchange, type Reply, redirect, reply } from "../exchange.ts";

/** Yii answers a script's request with a header of its own, which Yii's script in the page follows. */
export function yiiRedirect(exchange: Exchange, to: string): Reply {
  return exchange.isAjax ? reply(302, "", { "x-redirect": to }) : redirect(to);
}
