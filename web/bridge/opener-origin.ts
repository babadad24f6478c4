/** The page that may be served, as the window's address says it; its word is checked against the browser's at every message. */
export function openerOrigin(hash: string): string | undefined {
  const named = unescaped(hash.replace(/^#/, ""));
  if (!/^https?:\/\//.test(named) || !URL.canParse(named)) return undefined;
  return new URL(named).origin === named ? named : undefined;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
