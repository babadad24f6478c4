import type { CaseView, MemberView } from "../../../src/bridge/protocol/shapes.ts";
import { longDate } from "../format/time.ts";
import { PapersPart } from "../intake/papers-part.tsx";
import { useModel } from "../state/model.ts";
import { useAction } from "../ui/action.ts";
import { Icon } from "../ui/icons.tsx";
import { MemberState } from "./member-search.tsx";
import { PhotoStored } from "./photo-stored.tsx";

/** Only what the step needs. Never NIK, mother's name or address. */
export function MemberFacts({
  member,
  isWide = false,
}: {
  readonly member: MemberView;
  readonly isWide?: boolean;
}) {
  const { text, language } = useModel();
  const state = { ...member, openCase: null };
  return (
    <dl class={isWide ? "ti-facts facts-wide" : "ti-facts"}>
      {isWide ? (
        <>
          <dt>{text.member.number}</dt>
          <dd class="ti-cut" title={member.memberNo}>
            {member.memberNo}
          </dd>
        </>
      ) : null}
      <dt>{text.member.type}</dt>
      <dd class="ti-cut">{member.memberType ?? text.member.unknown}</dd>
      <dt>{text.member.validUntil}</dt>
      <dd>{member.validUntil ? longDate(member.validUntil, language) : text.member.noEnd}</dd>
      <dt>{text.member.status}</dt>
      <dd>
        <MemberState member={state} />
      </dd>
    </dl>
  );
}

/** The side panel of a running case. */
export function MemberPanel({ view, onFind }: { readonly view: CaseView; readonly onFind: () => void }) {
  const model = useModel();
  const { text, connection, desk } = model;
  const reading = useAction();
  const { member } = view;
  return (
    <section class="ti-panel member" aria-label={text.member.title}>
      <div class="ti-head">
        <h3>{text.member.title}</h3>
        <button
          type="button"
          class="ti-btn ti-btn-quiet slim"
          aria-busy={reading.isBusy}
          onClick={() =>
            reading.run(async () => desk.putCase(await connection.call("case.get", { case: view.case })))
          }
        >
          <Icon
            name={reading.isSlow ? "run" : "refresh"}
            size="small"
            class={reading.isSlow ? "ti-spin" : undefined}
          />
          {text.check.refresh}
        </button>
      </div>
      {member ? (
        <>
          <MemberFacts member={member} />
          <PhotoStored view={view} />
        </>
      ) : (
        <div class="missing">
          <p>{text.member.missing}</p>
          <button type="button" class="ti-btn" data-testid="link-member" onClick={onFind}>
            <Icon name="search" />
            {text.member.find}
          </button>
        </div>
      )}
      <PapersPart view={view} />
    </section>
  );
}
