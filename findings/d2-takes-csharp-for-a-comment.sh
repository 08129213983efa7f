#!/usr/bin/env bash
# @terrastruct/d2 0.1.33: the label `C#` is "C", an address loses its anchor, and a box called `class` is no box.
#
# Expected: "#" begins a comment where a word could begin, as in YAML, TOML and shells, so that C#, issue#42 and https://…/docs#install are words. A
#           name that D2 keeps for itself is an error, as `label -> b` is.
# Observed: a comment begins at any # that isn't quoted. `lang: C#` is a box with "C" on it, "F# to C#" on an arrow is "F", and what follows in the line
#           is left out without a word; only where a brace was behind it is there an error, about the brace. `class: Post` in a diagram of classes is
#           taken for the class of the diagram itself, and nothing is drawn for it.
# So:       quote labels and addresses with a #; call it "Class".
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @terrastruct/d2@0.1.33
cat > draw.mjs <<'JS'
import { D2 } from "@terrastruct/d2";

const d2 = new D2();
const seen = [];
for (const source of ["lang: C#", 'lang: "C#"', "docs: https://site.example/docs#install", "a -> b: F# to C#", "class: Post", "label -> b"]) {
  try {
    const { diagram } = await d2.compile(source);
    seen.push([...diagram.shapes, ...diagram.connections].map(({ label }) => label).filter(Boolean).join(" "));
  } catch (error) {
    seen.push(/reserved keywords/.test(error.message) ? "reserved" : error.message);
  }
  console.log(source, "=>", seen.at(-1));
}
const asDescribed = seen.join("|") === "C|C#|https://site.example/docs|a b F||reserved";
console.log(asDescribed ? "As described." : "Changed.");
process.exit(asDescribed ? 0 : 1);
JS
node draw.mjs
