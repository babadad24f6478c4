import { useModel } from "../state/model.ts";

/** Quiet bars in the coming shape; no shimmer. */
export function Loading() {
  const { text } = useModel();
  return (
    <main class="ti-body loading" aria-busy="true">
      <section class="ti-panel ti-pad">
        <h1>{text.link.loading}</h1>
        <i class="sk" style={{ width: "72%" }} />
        <i class="sk" style={{ width: "54%" }} />
        <i class="sk" style={{ width: "63%" }} />
      </section>
    </main>
  );
}
