import type { JSX } from "preact";

/** Our own drawings: 24-unit grid, 1.75 stroke, round caps, no fill. One meaning each: docs of the visual language. */
const DRAWINGS = {
  alert: (
    <>
      <path d="M12 4.2 20.8 19.5H3.2ZM12 10v4.6M12 17v.1" />
    </>
  ),
  arrow: (
    <>
      <path d="M4.5 12h14M13 6.5l5.5 5.5-5.5 5.5" />
    </>
  ),
  block: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m9 9 6 6M15 9l-6 6" />
    </>
  ),
  box: (
    <>
      <path d="m4 8 8-4 8 4v8.2l-8 4-8-4ZM4 8l8 4 8-4M12 12v8" />
    </>
  ),
  camera: (
    <>
      <path d="M4 8h3l1.6-2.4h6.8L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1Z" />
      <circle cx="12" cy="13.2" r="3.4" />
    </>
  ),
  check: (
    <>
      <path d="m5 12.5 4.7 4.7L19 7.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.2l3.3 2" />
    </>
  ),
  cloudoff: (
    <>
      <path d="M7 18.5a4 4 0 0 1-.6-7.9 5.8 5.8 0 0 1 8.8-3.2M18.2 11a3.9 3.9 0 0 1-.9 7.5H10M4 4l16 16" />
    </>
  ),
  cool: (
    <>
      <path d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9" />
    </>
  ),
  cut: (
    <>
      <circle cx="6.5" cy="17.5" r="2.6" />
      <circle cx="17.5" cy="17.5" r="2.6" />
      <path d="M8.1 15.4 16.5 4M15.9 15.4 7.5 4" />
    </>
  ),
  dot: (
    <>
      <circle cx="12" cy="12" r="4" fill="currentColor" />
    </>
  ),
  down: (
    <>
      <path d="m6 9.5 6 6 6-6" />
    </>
  ),
  expand: (
    <>
      <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
    </>
  ),
  eye: (
    <>
      <path d="M2.8 12C5 7.8 8.3 6 12 6s7 1.8 9.2 6C19 16.2 15.7 18 12 18s-7-1.8-9.2-6Z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  folder: (
    <>
      <path d="M3.5 7a1 1 0 0 1 1-1h5l2 2.5h8a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1Z" />
    </>
  ),
  hand: (
    <>
      <rect x="8.5" y="4" width="12" height="8" rx="1.4" />
      <path d="M11.5 9.2h3M3 14.5h3.5l4 1.8H15a1.6 1.6 0 0 1 0 3.2H9.5M3 19h3l3.5 1.5h5.5l5.5-3.6" />
    </>
  ),
  heat: (
    <>
      <path d="M12.5 3c.6 3.4 4.7 5.2 4.7 10a5.2 5.2 0 0 1-10.4 0c0-2.1 1-3.3 2-4.2.3 1.6 1 2.2 1.6 2.2C11.6 8.3 11.2 5.4 12.5 3Z" />
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9.6 9.6c.2-1.5 1.2-2.2 2.5-2.2 1.5 0 2.5.9 2.5 2.2 0 2-2.5 2-2.5 4M12 16.5v.1" />
    </>
  ),
  id: (
    <>
      <rect x="3" y="5.5" width="18" height="13" rx="1.8" />
      <circle cx="8.3" cy="10.8" r="1.9" />
      <path d="M5.4 15.7c.5-1.6 1.6-2.2 2.9-2.2s2.4.6 2.9 2.2M14 10h4M14 13.5h4" />
    </>
  ),
  layers: (
    <>
      <path d="m12 4 9 5-9 5-9-5ZM3.5 13.6 12 18.3l8.5-4.7" />
    </>
  ),
  minus: (
    <>
      <path d="M5 12h14" />
    </>
  ),
  more: (
    <>
      <circle cx="5.5" cy="12" r="1.2" fill="currentColor" />
      <circle cx="12" cy="12" r="1.2" fill="currentColor" />
      <circle cx="18.5" cy="12" r="1.2" fill="currentColor" />
    </>
  ),
  moon: (
    <>
      <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z" />
    </>
  ),
  page: (
    <>
      <path d="M4 5h16v14H4ZM4 9h16M7 7h.1" />
    </>
  ),
  pause: (
    <>
      <path d="M9 6v12M15 6v12" />
    </>
  ),
  pen: (
    <>
      <path d="m4 20 1-4.2L16.3 4.6a1.8 1.8 0 0 1 2.6 0l.5.5a1.8 1.8 0 0 1 0 2.6L8.2 19ZM14.3 6.6l3.1 3.1" />
    </>
  ),
  phone: (
    <>
      <path d="M6 4h3.5l1.5 4-2 1.5a10 10 0 0 0 5 5l1.5-2 4 1.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2Z" />
    </>
  ),
  play: (
    <>
      <path d="M8 5.5v13l10-6.5Z" />
    </>
  ),
  plug: (
    <>
      <path d="M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0ZM12 17v4" />
    </>
  ),
  plus: (
    <>
      <path d="M12 5v14M5 12h14" />
    </>
  ),
  printer: (
    <>
      <path d="M7 9V4h10v5M7 17H4.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H17M7 14h10v6H7z" />
    </>
  ),
  receipt: (
    <>
      <path d="M6 3.5h12V21l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5L6 21ZM9 8h6M9 12h6" />
    </>
  ),
  refresh: (
    <>
      <path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4.2h-4.2" />
    </>
  ),
  right: (
    <>
      <path d="m9 6 6 6-6 6" />
    </>
  ),
  run: (
    <>
      <circle cx="12" cy="12" r="8.5" opacity=".35" />
      <path d="M12 3.5a8.5 8.5 0 0 1 8.5 8.5" />
    </>
  ),
  save: (
    <>
      <path d="M12 4v11M7.5 10.8 12 15.3l4.5-4.5M5 19.5h14" />
    </>
  ),
  scan: (
    <>
      <path d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M8 9v6M11 9v6M13.5 9v6M16 9v6" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </>
  ),
  sheet: (
    <>
      <path d="M6 3.5h8l4 4v13H6ZM14 3.5v4h4M9 12h6M9 16h6" />
    </>
  ),
  sliders: (
    <>
      <path d="M4 8h8M16 8h4M4 16h3M11 16h9" />
      <circle cx="14" cy="8" r="2" />
      <circle cx="9" cy="16" r="2" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
    </>
  ),
  undo: (
    <>
      <path d="M8.5 5 4 9.5 8.5 14M4.5 9.5h9.8a5 5 0 0 1 0 10H8" />
    </>
  ),
  redo: (
    <>
      <path d="M15.5 5 20 9.5 15.5 14M19.5 9.5H9.7a5 5 0 0 0 0 10H16" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="11" width="14" height="9" rx="1.5" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </>
  ),
  up: (
    <>
      <path d="m5 15 7-7 7 7" />
    </>
  ),
  user: (
    <>
      <circle cx="12" cy="8.5" r="3.6" />
      <path d="M4.8 20c.8-4 3.8-6 7.2-6s6.4 2 7.2 6" />
    </>
  ),
  x: (
    <>
      <path d="m6 6 12 12M18 6 6 18" />
    </>
  ),
} as const satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof DRAWINGS;

/** Beside a word it is hidden from readers; alone it needs `label`. */
export function Icon({
  name,
  size,
  label,
  class: extra,
}: {
  readonly name: IconName;
  readonly size?: "small" | "large" | undefined;
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}) {
  const sized = size === "small" ? " ti-i-s" : size === "large" ? " ti-i-l" : "";
  const look = `ti-i${sized}${extra ? ` ${extra}` : ""}`;
  return label === undefined ? (
    <svg class={look} viewBox="0 0 24 24" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  ) : (
    <svg class={look} viewBox="0 0 24 24" role="img" aria-label={label}>
      {DRAWINGS[name]}
    </svg>
  );
}

/** The mark is a footbridge: deck, rail, posts. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M3 24.5c6.5-6.5 19.5-6.5 26 0" stroke-width="3" />
      <path d="M3 14.5c6.5-6.5 19.5-6.5 26 0" stroke-width="2" />
      <path d="M3 12.5v12M29 12.5v12M11.7 10.2v9.6M20.3 10.2v9.6" stroke-width="2" />
    </svg>
  );
}
