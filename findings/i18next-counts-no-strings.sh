#!/usr/bin/env bash
# i18next 27.1.5: t("comments", { count: "2" }) shows the key, "comments".
#
# Expected: a count is a count: "2", as pg gives count(*) and a query of an address its page, is read as a number or refused.
#           Intl.PluralRules, intl-messageformat and @messageformat/core say "2 comments" to it.
# Observed: a string turns the search for a plural off; what is looked for is `comments` itself, which a catalogue with
#           comments_one and comments_other does not have. The page says "comments", in every language; with a `comments` beside
#           them, that text is shown for 1 as for 2. No error; what `debug` reports missing is the key without an ending, as if
#           it had been forgotten in the catalogue. TypeScript would tell, but rows of a database are mostly `any`.
# So:       `count: Number(…)`.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund i18next@27.1.5 intl-messageformat@12.1.5 @messageformat/core@3.4.1
cat > counts.mjs <<'JS'
import MessageFormat from "@messageformat/core";
import i18next from "i18next";
import { IntlMessageFormat } from "intl-messageformat";

const words = { comments_one: "{{count}} comment", comments_other: "{{count}} comments" };
await i18next.init({ lng: "en", resources: { en: { translation: words } } });
const icu = "{count, plural, one {# comment} other {# comments}}";
const seen = {};
for (const count of [1, 2, "1", "2"]) {
  seen[JSON.stringify(count)] = [
    i18next.t("comments", { count }),
    new IntlMessageFormat(icu, "en").format({ count }),
    new MessageFormat("en").compile(icu)({ count }),
  ];
}
console.log(seen);
const one = "1 comment", two = "2 comments", key = "comments";
const wanted = [[one, one, one], [two, two, two], [key, one, one], [key, two, two]];
const asDescribed = JSON.stringify(Object.values(seen)) === JSON.stringify(wanted);
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node counts.mjs
