#!/usr/bin/env bash
# natural 8.1.1 (language tools for Node): require("natural") reads .env in the current folder into process.env, and writes to stdout.
#
# Expected: a library that finds stems and words has nothing to do with a program's settings; .env is read by who asks for it.
# Observed: loading it, for a stemmer alone, calls dotenv (its storage of classifiers takes addresses of databases from there): all that
#           is in .env is in process.env from then on, and goes to child processes, too. A program whose settings come from --env-file
#           or a variable that is left out on purpose gets the ones of development. dotenv prints a line for each file of the library
#           that does so, on stdout, in the middle of what a command writes there as JSON.
# So:       load it in a folder without .env, or from natural/lib/natural/stemmers/… alone; DOTENV_CONFIG_QUIET=true for the lines.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund natural@8.1.1
echo 'BLOG_DATABASE_URL=postgres://localhost/development' > .env
run='console.log(JSON.stringify({ stem: natural.PorterStemmer.stem("running"), url: process.env.BLOG_DATABASE_URL ?? null }));'
whole=$(node -e "const natural = require('natural'); $run")
alone=$(node -e "const natural = { PorterStemmer: require('natural/lib/natural/stemmers/porter_stemmer') }; $run")
printf '%s\n\nthe stemmer alone:\n%s\n' "$whole" "$alone"
[ "$(tail -1 <<< "$whole")" = '{"stem":"run","url":"postgres://localhost/development"}' ] && [ "$(wc -l <<< "$whole")" -gt 1 ] &&
  [ "$alone" = '{"stem":"run","url":null}' ] && echo "As described." || { echo "Changed."; exit 1; }
