#!/usr/bin/env bash
# @asciidoctor/core 4.1.0 (AsciiDoc): what stands in backticks is formatted like any text, and "C++" twice in a paragraph is "C" twice.
#
# Expected: backticks are code, as in Markdown: `__init__` says __init__, `a -> b` has an arrow of two characters. The name of a language in a
#           sentence is text.
# Observed: backticks only choose the typeface. `__init__` is "init" in italics, `a -> b` is "a → b", `(C)` is "©", `...` is an ellipsis, `2^10^`
#           a power, `it's` has a curved apostrophe, and `{counter:x}` prints 1. "C++ and C++" loses all four plus signs, which are the
#           marks of a passthrough; one "C++" in a paragraph keeps them. No warning: all of it is markup. Whether `{name}` stays depends on there
#           being such an attribute.
# So:       `+...+` inside of the backticks makes it literal; {cpp} is the attribute for C++. Text that comes from Markdown has every code span
#           changed so.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @asciidoctor/core@4.1.0
cat > run.mjs <<'JS'
import { convert } from "@asciidoctor/core";

const characters = { amp: "&", lt: "<", gt: ">" };
const character = (_, number, name) => (number ? String.fromCodePoint(number) : characters[name]);
const text = (html) => html.replace(/<[^>]*>/g, "").replace(/&(?:#(\d+)|(\w+));/g, character).trim();
const said = {};
for (const source of [
  "`__init__`",
  "`a -> b`",
  "`(C)`",
  "`...`",
  "`2^10^`",
  "`it's`",
  "`{counter:x}`",
  "`std::vector<int>`",
  "`+__init__+`",
  "`+a -> b+`",
  "C++ is fast",
  "C++ and C++ again",
])
  said[source] = text(await convert(`Say ${source} here.`)).slice("Say ".length, -" here.".length);
for (const [source, says] of Object.entries(said)) console.log(`${source} says ${says}`);
const expected = ["init", "a → b", "©", "…\u200b", "210", "it’s", "1", "std::vector<int>", "__init__", "a -> b", "C++ is fast", "C and C again"];
const asDescribed = Object.values(said).join("\n") === expected.join("\n");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
