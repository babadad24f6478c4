import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("console"),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    rollupOptions: {
      input: ["index", "bridge", "waiting-room", "ticket-kiosk", "quick-card"].map((page) =>
        here(`console/${page}.html`),
      ),
    },
    target: "es2022",
    // The daemon's CSP allows its own files only, so nothing may become a data: or blob: script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
