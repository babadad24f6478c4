import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Preferences } from "../console/state/preferences.ts";
import { Icon } from "../console/ui/icons.tsx";
import type { ScreenText } from "../messages/id-screens.ts";

/** Without a hand on mouse or keyboard the screen shows nothing but what it is for, ms. */
const HIDDEN_AFTER_MS = 5_000;

/** For whoever sets the screen up: shown while somebody moves the mouse, touches the screen or has a button in focus. */
export function ScreenControls({
  text,
  preferences,
  speak,
  children,
}: {
  readonly text: ScreenText;
  readonly preferences: Preferences;
  readonly speak: (language: "id" | "en") => void;
  readonly children?: ComponentChildren;
}) {
  const isShown = useSignal(true);
  const isFull = useSignal(document.fullscreenElement !== null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      isShown.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        isShown.value = false;
      }, HIDDEN_AFTER_MS);
    };
    // F11 changes the window and not the document: the height tells.
    const measure = (): void => {
      isFull.value = document.fullscreenElement !== null || innerHeight >= screen.height - 1;
    };
    wake();
    measure();
    const listening = new AbortController();
    const { signal } = listening;
    for (const kind of ["mousemove", "keydown", "touchstart"] as const)
      addEventListener(kind, wake, { signal });
    addEventListener("resize", measure, { signal });
    document.addEventListener("fullscreenchange", measure, { signal });
    return () => {
      listening.abort();
      clearTimeout(timer);
    };
  }, []);
  const other = preferences.language.value === "id" ? "en" : "id";
  const isDark = preferences.theme.value === "dark";
  return (
    <nav class={`screen-controls${isShown.value ? "" : " idle"}`} aria-label={text.controls}>
      {isFull.value ? null : (
        <button
          type="button"
          class="ti-btn"
          data-testid="full-screen"
          onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
        >
          <Icon name="expand" />
          {text.fullScreen} <span class="ti-key">F11</span>
        </button>
      )}
      {children}
      <button
        type="button"
        class="ti-btn"
        data-testid="screen-language"
        onClick={() => {
          preferences.setLanguage(other);
          speak(other);
        }}
      >
        {other.toUpperCase()}
      </button>
      <button
        type="button"
        class="ti-btn"
        data-testid="screen-theme"
        aria-label={isDark ? text.toLight : text.toDark}
        onClick={() => preferences.setTheme(isDark ? "light" : "dark")}
      >
        <Icon name={isDark ? "sun" : "moon"} />
      </button>
    </nav>
  );
}
