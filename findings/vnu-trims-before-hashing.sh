#!/usr/bin/env bash
# vnu-jar 26.9.27: a hash of a Content Security Policy is compared with the script or style without the white space around it.
#
# Expected: CSP 3 hashes the element's text as it is ("Does element match source list for type and source?"), and so do browsers: a line break
#           before </script> is part of what is hashed.
# Observed: the Nu Html Checker trims the text before. A page whose hash is right, and whose script ends with a line break, is
#           said to violate its policy.
# So:       hashes that are right must not be changed at this checker's word. It is a warning, which --errors-only leaves out.
#           Needs Java 11 or later.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm pack --silent vnu-jar@26.9.27 >/dev/null
tar xzf vnu-jar-26.9.27.tgz
cat > pages.cjs <<'JS'
const { createHash } = require("node:crypto");
const { writeFileSync } = require("node:fs");

const page = (script, hashed) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Hashes</title>
<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-${createHash("sha256").update(hashed).digest("base64")}'">
</head><body><p>Text.</p><script>${script}</script></body></html>
`;
writeFileSync("plain.html", page("let a = 1;", "let a = 1;"));
writeFileSync("right.html", page("let a = 1;\n", "let a = 1;\n"));
JS
node pages.cjs
complaints() { java -Xss4m -jar package/build/dist/vnu.jar "$1.html" 2>&1 | grep -c "violates Content Security Policy" || true; }
echo "complaints: no white space $(complaints plain), right hash $(complaints right)"
if [ "$(complaints plain) $(complaints right)" = "0 1" ]; then echo "As described."; else echo "Changed."; exit 1; fi
