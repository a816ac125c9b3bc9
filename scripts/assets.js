// Gathers what the pages need from node_modules, and compiles the theme, into web/static/vendor (not committed).
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { compile } from "sass";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const web = join(root, "src", "klartecken", "web");
const vendor = join(web, "static", "vendor");

// Latin for the pages; the other scripts are fetched only where a name is written in them.
const scripts = ["latin", "latin-ext", "cyrillic", "greek"];
const fonts = scripts.flatMap((script) => [
  [`@fontsource-variable/inter/files/inter-${script}-wght-normal.woff2`, `fonts/inter-${script}.woff2`],
  [
    `@fontsource-variable/source-serif-4/files/source-serif-4-${script}-wght-normal.woff2`,
    `fonts/source-serif-4-${script}.woff2`,
  ],
]);

const files = [
  ...fonts,
  ["@alpinejs/csp/dist/cdn.min.js", "alpine-csp.js"],
  ["chart.js/dist/chart.umd.min.js", "chart.js"],
  ["elkjs/lib/elk.bundled.js", "elk.js"],
];

rmSync(vendor, { recursive: true, force: true });
for (const [from, to] of files) {
  mkdirSync(dirname(join(vendor, to)), { recursive: true });
  cpSync(join(modules, from), join(vendor, to));
}

for (const sheet of ["klartecken", "public"]) {
  const { css } = compile(join(web, "styles", `${sheet}.scss`), {
    loadPaths: [modules],
    style: "compressed",
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  writeFileSync(join(vendor, `${sheet}.css`), css);
}

// The server sends the compressed file where there is one; fonts are compressed already.
for (const name of readdirSync(vendor).filter((name) => /\.(css|js)$/.test(name))) {
  writeFileSync(join(vendor, `${name}.gz`), gzipSync(readFileSync(join(vendor, name)), { level: 9 }));
}
console.log(`assets: ${files.length} files and two style sheets in ${vendor.slice(root.length + 1)}`);
