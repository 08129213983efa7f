#!/usr/bin/env bash
# accept-language-parser 1.5.0 and negotiator 0.6.4 (in Express 4): a blank behind ";" turns a language's weight off.
#
# Expected: "fr; q=0.1, en; q=0.9" is English first: blanks around ";" are allowed (RFC 9110), and many clients that aren't browsers write
#           them. "q=0" says that a language is not wanted, and "*" any.
# Observed: with the blank French has the weight 1 in both, and is first. "fr; q=0" is the language that is given to who refuses it.
#           Encodings and media types with blanks are read by negotiator as they should be; its 1.1.0 (in Express 5) does
#           languages, too. To accept-language-parser there is a language "q" then; it picks "fr;q=0" without a blank as well,
#           and null for "*".
# So:       negotiator 1.1.0, or take the blanks out before.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund accept-language-parser@1.5.0 negotiator@0.6.4 newer@npm:negotiator@1.1.0
cat > pick.cjs <<'JS'
const parser = require("accept-language-parser");
const Negotiator = require("negotiator");
const Newer = require("newer");

const ours = ["en", "fr"];
const by = (Reader, header) => new Reader({ headers: { "accept-language": header } }).language(ours) ?? null;
const seen = {};
for (const header of ["fr;q=0.1,en;q=0.9", "fr; q=0.1, en; q=0.9", "fr; q=0, en", "fr;q=0, *", "fr;q=0", "*"])
  seen[header] = { parser: parser.pick(ours, header), "negotiator 0.6.4": by(Negotiator, header), "negotiator 1.1.0": by(Newer, header) };
console.table(seen);
const encoding = new Negotiator({ headers: { "accept-encoding": "br; q=0.1, gzip; q=0.9" } }).encoding(["br", "gzip"]);
const read = parser.parse("fr; q=0.1").map(({ code, quality }) => `${code} ${quality}`);
console.log({ encoding, read });
const column = (name) => Object.values(seen).map((row) => row[name]).join();
const asDescribed =
  column("parser") === "en,fr,fr,fr,fr," && column("negotiator 0.6.4") === "en,fr,fr,en,,en" && column("negotiator 1.1.0") === "en,en,en,en,,en" &&
  encoding === "gzip" && read.join() === "fr 1,q 1";
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node pick.cjs
