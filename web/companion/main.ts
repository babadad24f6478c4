import { watchPages } from "./pages/watch-pages.ts";
import { safely } from "./safely.ts";
import { startCompanion } from "./start.tsx";

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
safely(() => startCompanion(script, (listener) => watchPages(document, listener)));
