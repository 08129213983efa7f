#!/usr/bin/env bash
# shiki 4.6.0: PostgreSQL's escape strings turn everything below them inside out.
#
# Expected: `E'it\'s'` is one string to PostgreSQL (since 8.1), and what follows is code: `SELECT 1` is a keyword and a number.
# Observed: the grammar for `sql` ends the string at `\'` and begins another at the quote behind it; from there to the end of the
#           block, code is a string and strings are code. `plsql` does the same, and there is no grammar for PostgreSQL.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund shiki@4.6.0
cat > read.mjs <<'JS'
import { createHighlighter } from "shiki";

const code = "SELECT E'it\\'s';\nSELECT 1;";
const highlighter = await createHighlighter({ themes: ["github-light"], langs: ["sql", "plsql"] });
const scopeOf = (lang) => {
  const options = { lang, theme: "github-light", includeExplanation: true, tokenizeTimeLimit: 0 };
  const [, second] = highlighter.codeToTokensBase(code, options);
  return second[0].explanation[0].scopes.at(-1).scopeName.split(".")[0];
};
const seen = { sql: scopeOf("sql"), plsql: scopeOf("plsql") };
console.log(`SELECT on the second line is ${JSON.stringify(seen)}`);
const asDescribed = JSON.stringify(seen) === '{"sql":"string","plsql":"string"}';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node read.mjs
