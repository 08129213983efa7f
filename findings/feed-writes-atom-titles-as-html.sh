#!/usr/bin/env bash
# feed 6.0.0: one title is text in RSS and JSON Feed, and HTML in Atom.
#
# Expected: the three feeds that are made of one Feed object say the same, and `title` is the post's title as text.
# Observed: an entry of Atom has <title type="html"> with the bare title in CDATA. By RFC 4287 (3.1.1.2) that is HTML, in which
#           `Reading Vec<T> & Box<U>` has two unknown tags: it reads "Reading Vec & Box". JSON Feed has the whole title as text.
#           Escaped for Atom, the title shows its `&lt;` in JSON Feed. The title of the feed itself is text everywhere.
# So:       make Atom from a Feed object of its own, whose items have escaped titles and descriptions.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund feed@6.0.0 saxes@6.0.0 parse5@8.0.0
cat > titles.mjs <<'JS'
import { Feed } from "feed";
import { parseFragment } from "parse5";
import { SaxesParser } from "saxes";

const title = "Reading Vec<T> & Box<U>";
const feed = new Feed({ title, id: "https://blog.example/", link: "https://blog.example/", updated: new Date(0) });
feed.addItem({ title, id: "https://blog.example/1/", link: "https://blog.example/1/", date: new Date(0) });

const textOf = (node) => node.value ?? (node.childNodes ?? []).map(textOf).join("");
/** Each title of an Atom feed as a reader shows it: HTML is parsed as HTML. */
const shown = (atom) => {
  const titles = [];
  let open;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => { if (name === "title") open = { type: attributes.type ?? "text", text: "" }; });
  parser.on("text", (text) => { if (open) open.text += text; });
  parser.on("cdata", (text) => { if (open) open.text += text; });
  parser.on("closetag", ({ name }) => { if (name === "title") { titles.push(open); open = undefined; } });
  parser.write(atom).close();
  return titles.map(({ type, text }) => `${type}: ${type === "html" ? textOf(parseFragment(text)) : text}`);
};
const [feedTitle, entryTitle] = shown(feed.atom1());
const jsonTitle = JSON.parse(feed.json1()).items[0].title;
console.log(`Atom, feed:  ${feedTitle}\nAtom, entry: ${entryTitle}\nJSON, entry: ${jsonTitle}`);
const asDescribed = feedTitle === `text: ${title}` && entryTitle === "html: Reading Vec & Box" && jsonTitle === title;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node titles.mjs
