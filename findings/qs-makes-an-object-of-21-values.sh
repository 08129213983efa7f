#!/usr/bin/env bash
# qs 6.17.1 (Express' "extended" forms and queries): up to 20 values of one name are an array, and 21 are an object.
#
# Expected: tags=a&tags=b is an array, however many there are; arrayLimit: 20 is about indices, so that a[999999]=x makes no long
#           array, as it was before 6.14.1.
# Observed: the 21st value makes { "0": …, "1": …, … } of all of them, for tags=…, tags[]=… and tags[0]=… alike, and for what stringify() of
#           qs itself has written. Array.isArray() is false, so that "one or many" code takes it for one value; for…of throws, and
#           `tags.length` is undefined. A form with many boxes works until somebody ticks the 21st. More than 1000 parameters are
#           cut without a word, which the documentation says.
# So:       arrayLimit as large as the form, or `throwOnLimitExceeded: true` to hear of it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund qs@6.17.1
cat > values.cjs <<'JS'
const qs = require("qs");

const kind = (value) => `${Array.isArray(value) ? "array" : typeof value} of ${Object.keys(value).length}`;
const seen = [20, 21].map((count) => {
  const tags = Array.from({ length: count }, (_, index) => `tag${index}`);
  const written = { repeated: tags.map((tag) => `tags=${tag}`), brackets: tags.map((tag) => `tags[]=${tag}`) };
  const kinds = Object.entries(written).map(([name, parts]) => [name, kind(qs.parse(parts.join("&")).tags)]);
  return Object.fromEntries([...kinds, ["by stringify()", kind(qs.parse(qs.stringify({ tags })).tags)]]);
});
console.table(seen);
const raised = qs.parse(Array.from({ length: 21 }, () => "tags=x").join("&"), { arrayLimit: 100 }).tags;
const asDescribed =
  Object.values(seen[0]).every((value) => value === "array of 20") && Object.values(seen[1]).every((value) => value === "object of 21") &&
  kind(raised) === "array of 21";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node values.cjs
