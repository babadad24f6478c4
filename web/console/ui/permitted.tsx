import type { ComponentChildren } from "preact";
import type { CommandName } from "../../../src/bridge/protocol/commands.ts";
import { useModel } from "../state/model.ts";

/** The commands that a part of a page sends; who may send them is the daemon's word. */
type Commands = CommandName | readonly CommandName[];

const useNeeded = (commands: Commands) =>
  useModel().operator.needed(typeof commands === "string" ? [commands] : commands);

/** Who may do it, in words, for whoever may not; undefined for everybody else. */
export function useWhyNot(commands: Commands): string | undefined {
  const { text } = useModel();
  const role = useNeeded(commands);
  return role && text.operators.only[role];
}

/** A button or a part of a page that is there only for those who may use it. */
export function Permitted({ to, children }: { readonly to: Commands; readonly children: ComponentChildren }) {
  return useWhyNot(to) === undefined ? children : null;
}

/** Beside what rests: for whom it is. */
export function WhyNot({ to }: { readonly to: Commands }) {
  return <Reason text={useWhyNot(to)} />;
}

/** In place of what is not shown, where somebody would look for it: who makes changes here. */
export function WhoChanges({ to }: { readonly to: Commands }) {
  const { text } = useModel();
  const role = useNeeded(to);
  return <Reason text={role && text.operators.changedBy[role]} />;
}

function Reason({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p class="ti-meta why-role" data-testid="why-role">
      {text}
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
