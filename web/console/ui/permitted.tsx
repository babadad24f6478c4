import type { ComponentChildren } from "preact";
import type { CommandName } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";

/** The commands that a part of a page sends; who may send them is the daemon's word. */
type Commands = CommandName | readonly CommandName[];

/** Who may do it, in words, for whoever may not; undefined for everybody else. */
export function useWhyNot(commands: Commands): string | undefined {
  const { text, operator } = useModel();
  const role = operator.needed(typeof commands === "string" ? [commands] : commands);
  return role && text.operators.only[role];
}

/** A button or a part of a page that is there only for those who may use it. */
export function Permitted({ to, children }: { readonly to: Commands; readonly children: ComponentChildren }) {
  return useWhyNot(to) === undefined ? children : null;
}

/** In its place, where somebody would look for it. */
export function WhyNot({ to }: { readonly to: Commands }) {
  const reason = useWhyNot(to);
  return reason === undefined ? null : (
    <p class="ti-meta why-role" data-testid="why-role">
      {reason}
    </p>
  );
}

/** Fields and buttons that everybody may read, at rest for those who may not use them. */
export function PermittedForm({
  to,
  children,
}: {
  readonly to: Commands;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="permitted" disabled={useWhyNot(to) !== undefined}>
      {children}
    </fieldset>
  );
}
