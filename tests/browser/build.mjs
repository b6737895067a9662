// Bundles the frozen pages of tests/browser/sites into target/fixtures (or the folder given): one esbuild pass.
// Each page folder holds index.html and page.jsx; index.html asks for /__fixtures/<page>/page.js.

import { build } from "esbuild";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const sites = join(here, "sites");
const target = resolve(process.argv[2] ?? join(here, "../../target/fixtures"));

const routes = JSON.parse(await readFile(join(sites, "routes.json"), "utf8"));
const pages = [...new Set(routes.pages.map((route) => route.page))];

// TipTap 2 comes as the starter kit's own dependency: its core must be that one, not TipTap 3's.
const tiptap2 = {
  name: "tiptap2",
  setup(plugin) {
    plugin.onResolve({ filter: /^tiptap2-core$/ }, () =>
      plugin.resolve("@tiptap/core", {
        kind: "import-statement",
        resolveDir: resolve(here, "../../node_modules/tiptap2-starter-kit"),
      }),
    );
  },
};

await build({
  entryPoints: Object.fromEntries(pages.map((page) => [`${page}/page`, join(sites, page, "page.jsx")])),
  outdir: target,
  bundle: true,
  format: "iife",
  target: ["chrome120", "firefox121"],
  define: { global: "window", "process.env.NODE_ENV": '"production"' },
  loader: { ".css": "text" },
  jsx: "automatic",
  legalComments: "none",
  logLevel: "warning",
  plugins: [tiptap2],
});

for (const page of pages) {
  await mkdir(join(target, page), { recursive: true });
  const html = await readFile(join(sites, page, "index.html"), "utf8");
  if (!html.includes(`/__fixtures/${page}/page.js`)) {
    throw new Error(`${page}/index.html does not ask for its own page.js`);
  }
  await writeFile(join(target, page, "index.html"), html);
}
await cp(join(sites, "common/page.css"), join(target, "common/page.css"));
await cp(join(sites, "routes.json"), join(target, "routes.json"));
console.log(`${pages.length} pages in ${target}`);
