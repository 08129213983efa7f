#!/usr/bin/env bash
# flat 6.0.1: unflatten(flatten(…)) of posts by year is an array with 2026 empty places, and of a key with a dot a level more.
#
# Expected: the two are each other's opposite for what JSON can say: { posts: { 2026: … } } comes back as it was.
# Observed: a key of digits makes an array of what holds it, as long as the number: JSON of it is "null," 2026 times, in each place where a year or an
#           id is a key; { 1: "a", 0: "b" } comes back in another order, and { 0: "a" } as an array. A key with a dot, "example.org" or
#           "v1.2", is cut there and becomes levels. Neither is an error. The option `object: true` keeps the objects and makes
#           objects of real arrays.
# So:       a delimiter that no key has, and object: true where there are no arrays.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund flat@6.0.1
cat > round.mjs <<'JS'
import { flatten, unflatten } from "flat";

const round = (value, options) => JSON.stringify(unflatten(flatten(value, options), options));
const posts = { posts: { 2026: "a" } };
const years = JSON.parse(round(posts)).posts;
const seen = {
  "length of posts": years.length,
  empty: years.filter((entry) => entry === null).length,
  digits: round({ names: { 1: "a", 0: "b" } }),
  dots: round({ hosts: { "example.org": 1 } }),
  "object: true": round(posts, { object: true }),
  "object: true, an array": round({ tags: ["a", "b"] }, { object: true }),
};
console.log(seen);
const asDescribed =
  seen["length of posts"] === 2027 && seen.empty === 2026 && seen.digits === '{"names":["b","a"]}' &&
  seen.dots === '{"hosts":{"example":{"org":1}}}' && seen["object: true"] === JSON.stringify(posts) &&
  seen["object: true, an array"] === '{"tags":{"0":"a","1":"b"}}';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node round.mjs
