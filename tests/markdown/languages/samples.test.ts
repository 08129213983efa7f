/**
 * `fixtures/languages/<language>[.<what>].txt` is a sample, and `….runs` beside it the same with each run that has a role between
 * brackets: `⟦k SELECT⟧`. Written anew by UPDATE_RUNS=1, to be read before it is committed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { languageNamed, runsIn } from "../../../src/markdown/languages/language.ts";

const FOLDER = "tests/fixtures/languages";
const samples = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));

it.each(samples)("%s is read as its readers read it", (file) => {
  const language = file.split(".")[0] ?? "";
  const code = readFileSync(`${FOLDER}/${file}`, "utf8");
  const expected = `${FOLDER}/${file.replace(/\.txt$/, ".runs")}`;
  const runs = runsIn(code, language).map(({ role, text }) => (role && text.trim() ? `⟦${role} ${text}⟧` : text));
  if (process.env["UPDATE_RUNS"]) writeFileSync(expected, runs.join(""));
  expect(runs.join("")).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : "");
});

it("every language of Prism's can be loaded, and says what the code says", () => {
  const { languages } = createRequire(import.meta.url)("prismjs/components.json") as {
    languages: Record<string, unknown>;
  };
  const code = "if (a < \"b\") { x = 'c'; } # <% d %> {{ e }} <?php f ?>\n-- g\n";
  const ids = Object.keys(languages).filter((id) => id !== "meta");
  expect(
    ids.filter(
      (id) =>
        runsIn(code, id)
          .map(({ text }) => text)
          .join("") !== code,
    ),
  ).toEqual([]);
  expect(ids.length).toBeGreaterThan(290);
});

it.each([
  ...[
    "rs",
    "c++",
    "c#",
    "f#",
    "sh",
    "zsh",
    "ps1",
    "yml",
    "docker",
    "dockerfile",
    "nginx",
    "toml",
    "hcl",
    "tf",
    "proto",
    "graphql",
  ],
  ...[
    "php",
    "swift",
    "zig",
    "elixir",
    "ex",
    "objc",
    "objective-c",
    "js",
    "ts",
    "py",
    "rb",
    "kt",
    "cs",
    "hs",
    "golang",
    "make",
  ],
  ...[
    "html",
    "xml",
    "svg",
    "vue",
    "scss",
    "less",
    "lua",
    "perl",
    "r",
    "julia",
    "scala",
    "dart",
    "haskell",
    "ocaml",
    "clojure",
  ],
  ...[
    "postgres",
    "mysql",
    "sqlite",
    "tsql",
    "oracle",
    "plpgsql",
    "mongodb",
    "cypher",
    "sparql",
    "latex",
    "vim",
    "regex",
    "wasm",
  ],
  ...[
    "Rust",
    "SQL",
    "C++",
    "jsonc",
    "json5",
    "ini",
    "properties",
    "http",
    "diff",
    "patch",
    "bat",
    "cmd",
    "terraform",
    "solidity",
  ],
])("%s is the name of a language", (name) => {
  expect(languageNamed(name)).toBeDefined();
});

/** `linguist.names`: GitHub's names of languages (Linguist 9.5) that there is a grammar for, by our own. */
const NAMES = readFileSync(`${FOLDER}/linguist.names`, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(": "));

it.each(NAMES)("%s has the names that GitHub knows it by: %s", (id, names = "") => {
  expect(names.split(" ").filter((name) => languageNamed(name) !== id)).toEqual([]);
});

it.each([
  ["pycon", "python"],
  ["irb", "ruby"],
  ["iex", "elixir"],
  ["ghci", "haskell"],
  ["psql", "sql"],
  ["jshell", "java"],
  ["tf", "hcl"],
  ["cu", "cpp"],
  ["astro", "markup"],
  ["dockerignore", "ignore"],
  ["gemfile", "ruby"],
  ["C++", "cpp"],
  ["Objective-C++", "objectivec"],
])("%s is %s", (name, id) => expect(languageNamed(name)).toBe(id));

it.each(["", "klingon", "constructor", "__proto__", "tostring", "ansi", "text"])("%j is no language", (name) => {
  expect(languageNamed(name)).toBeUndefined();
});
