#!/usr/bin/env bash
# title 4.0.1 (Vercel's title case) and title-case 4.3.2: "why PostgreSQL" is "Why Postgresql", and behind a quotation mark "of" is "Of".
#
# Expected: title case sets first letters; a word that has capitals inside, which its author wrote so, stays as it is: PostgreSQL, OAuth2, TCP/IP.
# Observed: title makes small letters of everything first, and knows some names again from a list (GitHub, iPhone, SQL): "Postgresql",
#           "Tcp/ip", "Oauth2", "Nasa", "Ebay" and "What a Cte Is For". The examples that one tries are on the list. Behind a closing quotation
#           mark both begin anew, "The End" Of It (title-case behind curly ones as well, where title leaves "the" small instead), and
#           title behind an opening parenthesis, too.
# So:       title case by hand; title's own `special: ["PostgreSQL", …]` has to know every name that a blog will ever name.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund title@4.0.1 title-case@4.3.2
cat > titles.mjs <<'JS'
import title from "title";
import { titleCase } from "title-case";

const wanted = {
  "what SQL is on GitHub": ["What SQL Is on GitHub", "What SQL Is on GitHub"],
  "why PostgreSQL has TCP/IP": ["Why Postgresql Has Tcp/ip", "Why PostgreSQL Has TCP/IP"],
  "OAuth2 at NASA and eBay": ["Oauth2 at Nasa and Ebay", "OAuth2 at NASA and eBay"],
  "what a CTE is for": ["What a Cte Is For", "What a CTE Is For"],
  'the end of it (and more)': ["The End of It (And More)", "The End of It (and More)"],
  '"the end" of it': ['"The End" Of It', '"The End" Of It'],
};
let asDescribed = true;
for (const [text, want] of Object.entries(wanted)) {
  const seen = [title(text), titleCase(text)];
  console.log(`${text}: title ${seen[0]}, title-case ${seen[1]}`);
  asDescribed &&= seen.join("|") === want.join("|");
}
console.log("with curly ones: title", title("“the end” of it"), "title-case:", titleCase("“the end” of it"));
asDescribed &&= titleCase("“the end” of it") === "“The End” Of It" && title("“the end” of it") === "“the End” of It";
console.log("with special:", title("why PostgreSQL", { special: ["PostgreSQL"] }));
asDescribed &&= title("why PostgreSQL", { special: ["PostgreSQL"] }) === "Why PostgreSQL";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node titles.mjs
