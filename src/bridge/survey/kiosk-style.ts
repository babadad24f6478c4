import { createHash } from "node:crypto";

/** The page's whole look; Titian's colours, for any phone. */
export const KIOSK_STYLE = `
:root{color-scheme:light dark;--paper:#f6f1e7;--surface:#fffdf8;--line:#857b68;--ink:#1f1b16;--ink2:#4a4338;--accent:#0f4e52;--soft:#dbe8e4;--on:#fffdf8;--bad:#9a2217;--badsoft:#fae2dc}
@media(prefers-color-scheme:dark){:root{--paper:#171512;--surface:#211e1a;--line:#8f8573;--ink:#f3ecdf;--ink2:#d2c8b6;--accent:#5fb8b1;--soft:#17383a;--on:#171512;--bad:#f49d92;--badsoft:#44201b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.45 "Segoe UI","Noto Sans","Liberation Sans",system-ui,sans-serif}
main{max-width:640px;margin:0 auto;padding:20px 16px 40px}
h1{font-size:28px;line-height:1.2;margin:8px 0}
.lib{color:var(--ink2);margin:0}
.alert{background:var(--badsoft);color:var(--bad);padding:12px 16px;border-radius:10px;font-weight:600}
fieldset{border:0;background:var(--surface);border-radius:14px;margin:16px 0;padding:16px}
legend{font-weight:700;padding:0;float:left;width:100%;margin-bottom:8px}
legend+*{clear:both}
fieldset.bad{box-shadow:inset 0 0 0 2px var(--bad)}
label{display:flex;align-items:center;gap:12px;min-height:48px;padding:4px 12px;border:1px solid var(--line);border-radius:10px;margin-top:8px}
label:has(input:checked){background:var(--soft);border-color:var(--accent)}
input[type=radio]{width:22px;height:22px;margin:0;accent-color:var(--accent);flex:none}
label.pick{display:block;border:0;padding:0}
select{display:block;width:100%;min-height:48px;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:0 12px}
button{width:100%;min-height:64px;border:0;border-radius:14px;background:var(--accent);color:var(--on);font:inherit;font-size:20px;font-weight:700}
a{color:var(--accent);display:inline-block;padding:10px 0}
:focus-visible{outline:3px solid #b4500a;outline-offset:2px}
`;

/** Nothing but this style, and a form that goes back to where it came from. */
export const KIOSK_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(KIOSK_STYLE).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
