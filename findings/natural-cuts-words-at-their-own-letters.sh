#!/usr/bin/env bash
# natural 8.1.1 (language tools for Node): the tokenizers for German, Italian and Dutch cut words at letters of these languages.
#
# Expected: AggressiveTokenizerDe takes German apart into words: "Ärzte" is one, like "Straße" and "über"; the Italian one knows è, the
#           Dutch one é.
# Observed: the small letters are listed and the capitals aren't: "Ärzte" is "rzte", "Öl" is "l" and "Übung" "bung", and German writes
#           every noun with a capital. Of Italian è, é and ù end a word ("perché" is "perch"); "è", a word by itself, is none. Dutch
#           "één" is "n", "coördinatie" is "co" and "rdinatie". The French, Spanish, Polish and Russian ones keep their letters. What is
#           counted, stemmed or indexed from there has half of the words under another name, and the same is done to a
#           query, so that most is found and "Öl" finds "l".
# So:       Intl.Segmenter, or lower case before the German one.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund natural@8.1.1
cat > words.cjs <<'JS'
process.env.DOTENV_CONFIG_QUIET = "true";
const natural = require("natural");

const wanted = {
  De: ["Ärzte über Öl, Straße und Übung", "rzte über l Straße und bung"],
  It: ["perché è più", "perch pi"],
  Nl: ["één coördinatie", "n co rdinatie"],
  Fr: ["l'été où œuvre", "l été où œuvre"],
  Es: ["niño qué", "niño qué"],
  Pl: ["żółć Łódź", "żółć Łódź"],
  Ru: ["Ёлка зелёная", "Ёлка зелёная"],
};
let asDescribed = true;
for (const [language, [text, words]] of Object.entries(wanted)) {
  const seen = new natural[`AggressiveTokenizer${language}`]().tokenize(text).join(" ");
  console.log(language, "|", text, "|", seen);
  asDescribed &&= seen === words;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node words.cjs
