import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { TitianError } from "../../src/kernel/errors.ts";

/** Every parameter is a string, numbers too. */
export type RpcParams = Readonly<Record<string, string>>;

/** What the service did, or the number with which it says why it would not. */
export type RpcAnswer = { readonly result: string } | { readonly refusal: number };

const success = Compile(
  Type.Object(
    { jsonrpc: Type.Literal("2.0"), id: Type.String(), result: Type.String() },
    { additionalProperties: false },
  ),
);
const failure = Compile(
  Type.Object(
    {
      jsonrpc: Type.Literal("2.0"),
      id: Type.String(),
      error: Type.Object({ code: Type.Integer(), message: Type.String() }),
    },
    { additionalProperties: false },
  ),
);

export function rpcRequest(id: string, method: string, params: RpcParams): object {
  return { jsonrpc: "2.0", id, method, params };
}

/** Throws `DEVICE_BAD_ANSWER` for whatever is no answer to this very request. */
export function readReply(value: unknown, id: string): RpcAnswer {
  if (success.Check(value) && value.id === id) return { result: value.result };
  if (failure.Check(value) && value.id === id) return { refusal: value.error.code };
  throw new TitianError("DEVICE_BAD_ANSWER");
}
