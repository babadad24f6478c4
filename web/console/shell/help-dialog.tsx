import { useModel } from "../state/model.ts";
import { Dialog } from "../ui/dialog.tsx";

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useModel();
  return (
    <Dialog title={text.keys.help_title} onClose={onClose} testid="help-dialog">
      <dl class="ti-facts help">
        {text.keys.help_rows.map(([key, what]) => (
          <>
            <dt>
              <span class="ti-key">{key}</span>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
      <p class="help-card">
        <a href="./quick-card.html" target="_blank" rel="noreferrer" data-testid="quick-card-link">
          {text.quickCard.link}
        </a>
      </p>
    </Dialog>
  );
}
