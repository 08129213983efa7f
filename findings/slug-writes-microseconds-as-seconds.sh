#!/usr/bin/env bash
# slug 12.0.1 and slugify 1.6.9: "5 µs" and "5 s" have one address, a dash between two words or years joins them, and "$1" is "dollar1".
#
# Expected: what a slug can't write is a hyphen or is spelled out: µ has a Latin name as α has, "2020—2026" is 2020-2026, "TCP/IP" tcp-ip or tcpip.
# Observed: µ (the sign, U+00B5, which keyboards write) is left out, by both: "5 µs" is 5-s, another post's address and a million times as long. An
#           em dash is left out as well: "one—two" is onetwo, and 2020—2026 the number 20202026; slug does so with the en dash, the dot
#           (17.2 is 172) and the underscore, slugify with `strict: true` with the dot. slug writes a title without any letter it knows in
#           base64 ("½" is wr0), and "日本 2026" as 2026. slugify spells what Markdown and SQL are made of, in English in any language:
#           "A|B" is aorb, "$1" dollar1, "x > y" x-greater-y, and leaves "*", "'", "(" and "~" in the address.
# So:       replace /[\u2013\u2014\/|._]/g by blanks and µ by u before; compare the addresses of a site's posts with each other.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund slug@12.0.1 slugify@1.6.9
cat > slugs.mjs <<'JS'
import slug from "slug";
import slugify from "slugify";

// slug; slugify with `lower`; slugify with `lower` and `strict`
const wanted = {
  "5 \u00b5s": "5-s 5-s 5-s",
  "5 s": "5-s 5-s 5-s",
  α: "a a a",
  "one\u2014two": "onetwo onetwo onetwo",
  "2020\u20142026": "20202026 20202026 20202026",
  "2020\u20132026": "20202026 2020-2026 2020-2026",
  "PostgreSQL 17.2": "postgresql-172 postgresql-17.2 postgresql-172",
  pg_dump: "pgdump pg_dump pgdump",
  "½": "wr0  ",
  "日本 2026": "2026 2026 2026",
  "A|B": "ab aorb aorb",
  "what is $1": "what-is-1 what-is-dollar1 what-is-dollar1",
  "x > y": "x-y x-greater-y x-greater-y",
  "SELECT *": "select select-* select",
};
let asDescribed = true;
for (const [title, want] of Object.entries(wanted)) {
  const seen = [slug(title), slugify(title, { lower: true }), slugify(title, { lower: true, strict: true })].join(" ");
  console.log(`${title}: ${seen}`);
  asDescribed &&= seen === want;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node slugs.mjs
