#!/usr/bin/env bash
# metascraper 5.49.24 with metascraper-date and metascraper-author: "05.01.2026" in a <time> with its datetime is 1 May, and two authors are none.
#
# Expected: <time class="dt-published" datetime="2026-01-05T12:00:00Z">, as in an h-entry of microformats2, is 5 January,
#           whatever is shown in it: the attribute is there for programs. `author` in JSON-LD may be a list (schema.org), of which one is named at least.
# Observed: an element whose class has "publish" in it is asked for its text before any <time> is asked for its datetime. "05.01.2026" is read as American,
#           1 May, and "5. Januar 2026" not at all, which leads to the attribute. The class is the difference: without it, the date is right.
#           A list of authors is passed over, and so is an author by `@id`; if the page names no other, the author is null.
# So:       a meta element `article:published_time` and one `author`, or JSON-LD with datePublished and a first author that is no list.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts metascraper@5.49.24 metascraper-date@5.49.24 metascraper-author@5.49.24
cat > read.cjs <<'JS'
const metascraper = require("metascraper");
const read = metascraper([require("metascraper-date")(), require("metascraper-author")()]);

const page = (head, body) => `<!doctype html><html lang="de"><head><title>T</title>${head}</head><body>${body}</body></html>`;
const time = (name, text) => page("", `<article class="h-entry"><time${name} datetime="2026-01-05T12:00:00Z">${text}</time></article>`);
const linked = (author) => page(`<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "BlogPosting", author })}</script>`, "");
const ann = { "@type": "Person", name: "Ann Lee" };
const pages = {
  "a class, a German date": time(' class="dt-published"', "05.01.2026"),
  "no class, a German date": time("", "05.01.2026"),
  "a class, a month in words": time(' class="dt-published"', "5. Januar 2026"),
  "one author": linked(ann),
  "two authors": linked([ann, { "@type": "Person", name: "Bob Roy" }]),
};
(async () => {
  const seen = {};
  for (const [name, html] of Object.entries(pages)) {
    const { date, author } = await read({ html, url: "https://example.com/" });
    seen[name] = { day: date?.slice(0, 10) ?? null, author };
  }
  console.table(seen);
  const days = Object.values(seen).slice(0, 3).map(({ day }) => day);
  const asDescribed =
    days.join() === "2026-05-01,2026-01-05,2026-01-05" && seen["one author"].author === "Ann Lee" && seen["two authors"].author === null;
  console.log(asDescribed ? "As described." : "Changed.");
  process.exitCode = asDescribed ? 0 : 1;
})();
JS
TZ=UTC node read.cjs
