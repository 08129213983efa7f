#!/usr/bin/env bash
# lightningcss 1.33.0: `border-image: none` loses its value, and `animation: .3s ease-out` its time, since the part that is
# named is none.
#
# Expected: what is left out of a shorthand is its initial value, and what is written stays. `border-image: none` takes a frame
#           away that another rule has set; `animation: .3s ease-out`, without a name, sets the times for a name that another
#           rule adds.
# Observed: `border-image:` is written, with nothing behind the colon, which browsers skip: the frame stays. The same with
#           -webkit-border-image. `animation: .3s ease-out` is `animation:none`, so that the name which `:hover` adds runs for 0
#           seconds; `text-decoration: red` is `none`, and an underline that is added has the text's colour. It is so without
#           `minify`, too. border-image-source: none and animation-duration by themselves are kept.
# So:       write the longhands where the name is none.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund lightningcss@1.33.0
cat > none.mjs <<'JS'
import { transform } from "lightningcss";

const wanted = {
  ".a{border-image:none}": ".a{border-image:}",
  ".a{animation:.3s ease-out}.a:hover{animation-name:x}": ".a{animation:none}.a:hover{animation-name:x}",
  ".a{text-decoration:red}.a:hover{text-decoration-line:underline}":
    ".a{text-decoration:none}.a:hover{text-decoration-line:underline}",
  ".a{border-image-source:none}": ".a{border-image-source:none}",
  ".a{animation:x .3s ease-out}": ".a{animation:.3s ease-out x}",
};
const write = (css, minify) => transform({ filename: "a.css", code: Buffer.from(css), minify }).code.toString();
let asDescribed = true;
for (const [css, expected] of Object.entries(wanted)) {
  const small = write(css, true);
  console.log(`${css} -> ${small}`);
  // Without minify, the same but for white space and the last semicolons.
  const large = write(css, false).replaceAll(/\s*([{}:;])\s*/g, "$1").replaceAll(";}", "}");
  asDescribed &&= small === expected && large === expected;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node none.mjs
