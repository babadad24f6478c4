import { useOperators } from "../operators/use-operators.ts";
import { Loading } from "../shell/loading.tsx";
import { useModel } from "../state/model.ts";
import { SignIn } from "./sign-in.tsx";

/** In place of every page while nobody is signed in: nothing of any member is on the screen. */
export function SignInPage() {
  const { text } = useModel();
  const operators = useOperators().value.value?.filter(({ isActive }) => isActive);
  if (!operators) return <Loading />;
  return (
    <main class="ti-body sign-in-page" data-testid="sign-in-page">
      <section class="ti-panel ti-pad">
        <h1>{text.operators.signIn.title}</h1>
        <p class="ti-lead">{text.operators.signIn.lead}</p>
        <SignIn operators={operators} />
      </section>
    </main>
  );
}
