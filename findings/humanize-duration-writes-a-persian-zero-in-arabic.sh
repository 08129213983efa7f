#!/usr/bin/env bash
# humanize-duration 3.35.1, Arabic: of ten digits nine are Arabic, and the nought is the Persian one.
#
# Expected: "٣٠ دقيقة", thirty minutes, has the digits that Intl.NumberFormat("ar-EG") writes, U+0660 to U+0669.
# Observed: "٣۰ دقيقة": U+0663 and U+06F0, a digit of another script, which looks much alike. Search doesn't find it, \d of Unicode's Arabic digits
#           doesn't match it, what reads digits by their distance from U+0660 makes 174 of it, and a test against Intl fails on 10, 20 and 30 only. The
#           word "and" in between is not the letter waw but a form of it for printing, U+FEED, which is not found either, and the pair is not Persian:
#           in "fa" the same package writes Western digits.
# So:       .replaceAll("\u06f0", "\u0660").replaceAll("\ufeed", "\u0648"), or Intl.DurationFormat.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund humanize-duration@3.35.1
cat > digits.cjs <<'JS'
const humanize = require("humanize-duration");

const codes = (text) => [...text].map((letter) => letter.codePointAt(0).toString(16)).join(" ");
const minutes = 60_000;
const seen = [21, 30, 90].map((count) => humanize(count * minutes, { language: "ar" }));
const persian = humanize(30 * minutes, { language: "fa" });
const intl = new Intl.NumberFormat("ar-EG").format(30);
console.table([...seen, persian, intl].map((text) => ({ text, codes: codes(text) })));
const digitsOf = (text) => codes(text.replaceAll(/[^\p{Nd}]/gu, ""));
const asDescribed =
  digitsOf(seen[0]) === "662 661" &&
  digitsOf(seen[1]) === "663 6f0" &&
  digitsOf(intl) === "663 660" &&
  digitsOf(persian) === "33 30" &&
  seen[2].includes("\ufeed") &&
  !seen[2].includes("\u0648");
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node digits.cjs
