#!/usr/bin/env bash
# juice 12.2.0 (style sheets into attributes, for mail; needs Node 22): rules in @supports and of ::before are gone, neither in
# an attribute nor in <style>.
#
# Expected: what can't be put into an attribute stays in <style>, as @media, @layer, @container, @font-face and :hover do:
#           "preserve" is the default for these. A client of mail that knows them takes them from there.
# Observed: @supports and @scope are taken away with all that is in them, and so are rules of ::before and ::after, and of
#           selectors that its matcher does not know, such as :nth-child(1 of .a), while ::first-letter is kept. Marks of lists,
#           quotation marks and icons, and the layout that was written for clients with grid, are missing in every client. No
#           warning; `removeStyleTags: false` keeps all of the sheet, twice over.
# So:       such rules in a <style data-embed>, which is left alone.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; chmod 755 "$dir"; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund juice@12.2.0
cat > run.mjs <<'JS'
import juice from "juice";

const kept = [
  "@media print{p{color:red}}",
  "@layer a{p{color:red}}",
  "@container (width>1px){p{color:red}}",
  "p:hover{color:red}",
  "p::first-letter{color:red}",
];
const lost = [
  "@supports (display:grid){p{color:red}}",
  "@scope (body){p{color:red}}",
  "p::before{content:'> ';color:red}",
  "p:nth-child(1 of .a){color:red}",
];
const result = (css) => juice(`<style>${css}</style><p class="a">x</p>`);
for (const css of [...kept, ...lost]) console.log(`${css}\n  ${result(css).replace(/\s+/g, " ")}`);
const embedded = juice(`<style data-embed>${lost[0]}</style><p>x</p>`).includes("@supports");
const asDescribed =
  kept.every((css) => result(css).includes("red")) && lost.every((css) => result(css) === '<p class="a">x</p>') && embedded;
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
