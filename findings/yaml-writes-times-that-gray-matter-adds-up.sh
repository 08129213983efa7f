#!/usr/bin/env bash
# yaml 2.9.1 and gray-matter 4.0.3: a string that the one writes is a number or a Date to the other.
#
# Expected: a tool that edits front matter with `yaml` quotes what would not be read as a string, and Eleventy, Hexo's themes and many others, which
#           read it with gray-matter, get back the duration "1:02:03" and the day "2026-01-05" as the strings that they were.
# Observed: `yaml` quotes what YAML 1.2 needs quoted; in 1.2 there are no times in base 60, no dates and no underscores in numbers. gray-matter has
#           js-yaml 3, which is YAML 1.1: 1:02:03 is 3723, 10:30 is 630, 1_000 is 1000, and 2026-01-05 is a Date. The other way round gray-matter
#           writes the string "0o14" bare, which is 12 to `yaml`. js-yaml 5.5.0, which is 1.2 as well, reads all of them as strings.
# So:       stringify(data, { compat: "yaml-1.1" }) quotes for both.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund yaml@2.9.1 gray-matter@4.0.3 js-yaml@5.5.0
cat > exchange.mjs <<'JS'
import matter from "gray-matter";
import { load } from "js-yaml";
import { parse, stringify } from "yaml";

const read = (text) => matter(`---\n${text}---\n`).data.value;
const said = (value) => (value instanceof Date ? `Date ${value.toISOString().slice(0, 10)}` : JSON.stringify(value));
const rows = ["1:02:03", "10:30", "2026-01-05", "1_000", "yes", "014"].map((value) => {
  const text = stringify({ value });
  const compat = stringify({ value }, { compat: "yaml-1.1" });
  return { written: text.trim(), "gray-matter": said(read(text)), "js-yaml 5": said(load(text).value), "compat: yaml-1.1": said(read(compat)) };
});
console.table(rows);
const back = parse(matter.stringify("", { value: "0o14" }).split("\n")[1]).value;
console.log(`the string 0o14, written by gray-matter and read by yaml: ${said(back)}`);
const asDescribed = rows.map((row) => row["gray-matter"]).join() === '3723,630,Date 2026-01-05,1000,"yes","014"' && back === 12 &&
  rows.every((row) => row["js-yaml 5"].startsWith('"') && row["compat: yaml-1.1"].startsWith('"'));
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node exchange.mjs
