#!/usr/bin/env bash
# intl-messageformat 12.1.5 (FormatJS, react-intl): `{rate, number, ::percent}` of 0.125 is "13%", where ICU says "0.125%".
#
# Expected: ICU MessageFormat with ICU's number skeletons is one language, so that a catalogue of messages goes to the server in
#           Java, C++ or PHP and to the browser. In ICU `percent` is a unit and nothing else, and `scale/100` beside it makes
#           12.5% of 0.125.
# Observed: FormatJS hands it to Intl.NumberFormat's style "percent", which multiplies by 100 and rounds: "13%". ICU 72 and
#           @messageformat/core write "0.125%". The message that is right in ICU, `::percent scale/100`, is "1,250%" with
#           FormatJS: multiplied twice. The old form `{rate, number, percent}` is 13% or 12% in both.
# So:       `{rate, number, percent}` where a message is for both; or test each catalogue with each formatter that reads it.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund intl-messageformat@12.1.5 @messageformat/core@3.4.1
cat > percent.mjs <<'JS'
import MessageFormat from "@messageformat/core";
import { IntlMessageFormat } from "intl-messageformat";

const wanted = {
  "{rate, number, ::percent}": ["13%", "0.125%"],
  "{rate, number, ::percent scale/100}": ["1,250%", "13%"],
  "{rate, number, percent}": ["13%", "13%"],
};
let asDescribed = true;
for (const [message, expected] of Object.entries(wanted)) {
  const values = { rate: 0.125 };
  const formatjs = new IntlMessageFormat(message, "en").format(values);
  const core = new MessageFormat("en").compile(message)(values);
  console.log(`${message}: FormatJS ${formatjs}, @messageformat/core ${core}`);
  asDescribed &&= formatjs === expected[0] && core === expected[1];
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node percent.mjs
