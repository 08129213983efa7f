/**
 * Where our highlighting and TextMate's grammars, as Shiki has them, see different things in the samples of `tests/fixtures/languages`
 * (`*.whole.txt`): `npm exec -- tsx tests/bench/highlighting.ts [language|--all]`. Shiki is installed into a temporary folder. Only what
 * anybody can see is compared: comments, strings, numbers and keywords. Which of the two is right is for a reader to say; what came of
 * that is in docs/highlighting.md.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { runsIn } from "../../src/markdown/languages/language.ts";

const SHIKI = "4.6.0";
const FOLDER = "tests/fixtures/languages";
/** Shiki's names where ours are others. */
const NAMES: Readonly<Record<string, string>> = {
  cs: "csharp",
  kt: "kotlin",
  hs: "haskell",
  ex: "elixir",
  ps1: "powershell",
};
const FURTHER: Readonly<Record<string, string>> = {
  py: "python",
  rb: "ruby",
  rs: "rust",
  sh: "bash",
  makefile: "make",
};

interface ScopedToken {
  content: string;
  explanation?: { content: string; scopes: { scopeName: string }[] }[];
}
interface Shiki {
  createHighlighter(options: { themes: string[]; langs: string[] }): Promise<{
    codeToTokensBase(code: string, options: object): ScopedToken[][];
  }>;
}

type Kind = "comment" | "string" | "number" | "keyword" | "other";

const KINDS: Readonly<Record<string, Kind>> = { c: "comment", s: "string", n: "number", k: "keyword" };

function ours(code: string, language: string): Kind[] {
  return runsIn(code, language).flatMap(({ role, text }) =>
    Array<Kind>(text.length).fill(KINDS[role ?? ""] ?? "other"),
  );
}

function kindOf(scopes: readonly string[], text: string): Kind {
  for (const scope of scopes.toReversed()) {
    if (/^punctuation\.definition\.(comment|string)/.test(scope)) continue;
    if (/^comment/.test(scope)) return "comment";
    if (
      /^(meta\.(embedded|interpolation|template\.expression|string-contents)|source\.|variable|entity\.name\.(function|type))/.test(
        scope,
      )
    )
      return "other";
    if (/^(string|constant\.character|punctuation\.definition\.string)/.test(scope)) return "string";
    if (/^constant\.(numeric|language)/.test(scope)) return "number";
    if (/^keyword\.operator/.test(scope)) return /[a-z]/i.test(text) ? "keyword" : "other";
    if (/^(keyword|storage|entity\.name\.tag)/.test(scope)) return "keyword";
  }
  return "other";
}

const installed = mkdtempSync(`${tmpdir()}/highlighting-`);
process.on("exit", () => rmSync(installed, { recursive: true, force: true }));
writeFileSync(`${installed}/package.json`, "{}");
execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", `shiki@${SHIKI}`], { cwd: installed });
const shiki: Shiki = await import(pathToFileURL(`${installed}/node_modules/shiki/dist/index.mjs`).href);

const showsAll = process.argv[2] === "--all";
const only = showsAll ? undefined : process.argv[2];
const samples = readdirSync(FOLDER).filter((file) => file.endsWith(".whole.txt"));
const languages = samples.map((file) => file.split(".")[0] ?? "").filter((name) => !only || name === only);
const shikiName = (name: string) => ({ ...NAMES, ...FURTHER })[name] ?? name;
const highlighter = await shiki.createHighlighter({ themes: ["github-light"], langs: languages.map(shikiName) });

for (const language of languages) {
  const code = readFileSync(`${FOLDER}/${language}.whole.txt`, "utf8");
  const our = ours(code, language);
  const lines = highlighter.codeToTokensBase(code, {
    ...{ lang: shikiName(language), theme: "github-light", includeExplanation: true, tokenizeTimeLimit: 0 },
  });
  let at = 0;
  let tokens = 0;
  const differing: string[] = [];
  for (const [number, line] of lines.entries()) {
    let last = "";
    for (const { content, scopes } of line.flatMap(({ explanation = [] }) => explanation)) {
      const kind = kindOf(
        scopes.map(({ scopeName }) => scopeName),
        content,
      );
      if (content.trim()) tokens++;
      const places = [...content].flatMap((character, place) => (character.trim() ? [at + place] : []));
      const other = places.find((place) => our[place] !== kind);
      const what = other === undefined ? "" : `${our[other]}, theirs ${kind}`;
      if (what && what !== last) differing.push(`  ${number + 1}: ${content.trim()} — ours ${what}`);
      if (content.trim()) last = what;
      at += content.length;
    }
    at++;
  }
  console.log(`${language}: ${tokens} tokens, ${differing.length} stretches differ`);
  if (only || showsAll) console.log(differing.join("\n"));
}
