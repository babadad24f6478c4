import { useModel } from "../state/model.ts";
import { Icon } from "../ui/icons.tsx";

/** Language and theme, which this desk's browser remembers. */
export function Choices() {
  const { text, preferences, connection, language } = useModel();
  const isDark = preferences.theme.value === "dark";
  return (
    <span class="choices">
      <fieldset aria-label={text.app.language} class="language" data-testid="language-switch">
        {(["id", "en"] as const).map((code) => (
          <button
            key={code}
            type="button"
            class="ti-btn ti-btn-quiet"
            aria-pressed={language === code}
            data-testid={`language-${code}`}
            onClick={() => {
              preferences.setLanguage(code);
              connection.setLanguage(code);
            }}
          >
            {code.toUpperCase()}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="ti-btn ti-btn-quiet square"
        aria-label={isDark ? text.app.toLight : text.app.toDark}
        data-testid="theme-switch"
        onClick={() => preferences.setTheme(isDark ? "light" : "dark")}
      >
        <Icon name={isDark ? "sun" : "moon"} />
      </button>
    </span>
  );
}
