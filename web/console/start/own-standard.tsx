import { useEffect } from "preact/hooks";
import { ImportPage } from "../standards/import-page.tsx";
import { OneStandard } from "../standards/one-standard.tsx";
import { NEW, placeIn } from "../standards/standard-paths.ts";
import { useModel } from "../state/model.ts";
import { useAnswer } from "../ui/use-answer.ts";
import type { SetupDraft } from "./draft.ts";
import { pathOf } from "./steps.ts";

/** The library's own page is read, reviewed and published as in the console, and the setup goes on with it. */
export function OwnStandard({ draft }: { readonly draft: SetupDraft }) {
  const { text, connection, router } = useModel();
  const words = text.setup.standard;
  const { id: path } = router.route.value;
  const { id, version } = placeIn(path ?? NEW);
  const back = (): void => router.go("setup", pathOf("standard"));
  const answer = useAnswer(`standards ${path}`, (signal) => connection.call("standard.list", {}, { signal }));
  const inForce = answer.value.value?.standards.find((one) => one.id === id);
  // A version in the address is a published one.
  const isPublished = path !== NEW && version !== undefined;
  useEffect(() => {
    if (path === undefined) back();
  }, [path]);
  if (path === undefined) return null;
  return (
    <div class="setup-own" data-testid="setup-own">
      <header>
        <button type="button" class="ti-btn" data-testid="setup-own-back" onClick={back}>
          {words.backToSetup}
        </button>
        <strong class="ti-grow ti-cut">{words.importing}</strong>
        {isPublished && answer.value.value && !inForce ? <span class="ti-meta">{words.notYet}</span> : null}
        {isPublished && inForce ? (
          <button
            type="button"
            class="ti-btn ti-btn-go"
            data-main
            data-testid="setup-own-use"
            onClick={() => {
              draft.put({ standard: id });
              back();
            }}
          >
            {words.use}
          </button>
        ) : null}
      </header>
      {path === NEW ? <ImportPage /> : <OneStandard key={path} id={id} version={version} />}
    </div>
  );
}
