/** The languages that code is highlighted in, and the names that authors know them by. */
import { nearestName } from "../../content/problems/nearest-name.ts";
import type { CodeRun } from "./code-run.ts";
import { diffRuns } from "./diff.ts";
import { FURTHER_LANGUAGES, furtherLanguage } from "./further-languages.ts";
import { postgresqlRuns } from "./postgresql.ts";
import { PRISM_NAMES, prismId, prismRuns } from "./prism.ts";
import { sqlDialect } from "./sql-dialects.ts";
import { yamlRuns } from "./yaml.ts";

/** Letters: a shorter name is near to too many others. */
const SHORTEST_MISSPELT = 5;

/** Languages that are read by a reader of their own, not by a grammar. */
const READERS: Record<string, (code: string) => CodeRun[]> = {
  ...Object.fromEntries(FURTHER_LANGUAGES.map((language) => [ownNameOf(language), furtherLanguage(language)])),
  sql: postgresqlRuns,
  mysql: sqlDialect("mysql"),
  sqlite: sqlDialect("sqlite"),
  tsql: sqlDialect("tsql"),
  plsql: sqlDialect("plsql"),
  yaml: yamlRuns,
  diff: diffRuns,
};

/**
 * Common names that Prism does not know, by its id or that of a reader of ours; its own stand in its `components.json`. They are those of
 * GitHub's Linguist, of Pygments, Rouge, Chroma and Shiki, and the ends of files' names. A dialect has the grammar of what it is a dialect of.
 */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    actionscript: "actionscript3 as3 as",
    ada: "ada95 ada2005 adb ads",
    apacheconf: "apache htaccess aconf vhost",
    applescript: "apples osascript scpt",
    autohotkey: "ahk",
    autoit: "au3 autoit3 autoitscript",
    bash: "zsh ksh dash csh tcsh fish ash shell-script shellscript envrc crontab cron bats ebuild",
    batch: "bat cmd batchfile dosbatch winbatch",
    bro: "zeek",
    c: "h",
    cfscript: "coldfusion-cfc cfc",
    clojure: "clj cljs cljc edn bb",
    coffeescript: "coffee-script",
    coq: "rocq rocq-prover",
    cpp: "c++ cxx cc hpp hh hxx h++ ino cuda cu cuh metal",
    crystal: "cr",
    csharp: "c# csx cake cakescript",
    cshtml: "html+razor",
    csv: "tsv",
    d: "dlang",
    diff: "patch udiff",
    django: "jinja j2 jinja2 htmldjango html+django html+jinja",
    docker: "containerfile",
    editorconfig: "editor-config",
    elixir: "ex exs iex",
    erb: "html+erb rhtml html+ruby",
    erlang: "erl hrl",
    fortran: "f90 f95 f03 f08 f77",
    fsharp: "f# fs fsx fsi",
    ftl: "freemarker",
    gherkin: "cucumber feature",
    glsl: "vert frag",
    go: "golang",
    "go-module": "go.mod",
    graphql: "gql graphqls",
    handlebars: "htmlbars",
    haskell: "hs ghci lhs",
    hcl: "terraform tf tfvars opentofu tofu nomad",
    ignore: "git-ignore ignore-list dockerignore npmignore",
    inform7: "inform-7 i7",
    ini: "conf cfg dosini gitconfig gitmodules npmrc service desktop",
    java: "jshell bsh",
    javascript: "node nodejs mjs cjs ecmascript es es6 node-repl jsm",
    json: "jsonc geojson ndjson jsonl topojson jsonld json-ld sarif har avsc ipynb json-with-comments webmanifest code-workspace",
    julia: "jl jlcon julia-repl",
    kotlin: "ktm",
    less: "less-css",
    lisp: "el cl common-lisp sbcl cask eask",
    livescript: "live-script ls",
    lua: "luau",
    makefile: "make mk bsdmake mf gnumakefile",
    markdown: "rmd mdx qmd pandoc mkd",
    markup:
      "vue svelte astro xhtml htm wsdl xsd xsl xslt plist xaml csproj fsproj vbproj opml kml gpx dita pom blade heex eex leex jsp vue-html",
    matlab: "octave",
    mysql: "mysql mariadb",
    nasm: "asm assembly x86asm gas",
    neon: "ne-on",
    nginx: "nginxconf",
    nix: "nixos",
    objectivec: "objective-c objective-c++ obj-c obj-c++ objc++ objectivec++ mm",
    ocaml: "ml mli",
    odin: "odinlang odin-lang",
    pascal: "delphi pas dpr",
    perl: "pl pm cperl perl6 raku",
    php: "inc php3 php4 php5 phtml hack",
    plsql: "plsql pl/sql oracle pls",
    powerquery: "power-query",
    powershell: "ps1 psm1 psd1 pwsh ps posh",
    properties: "env dotenv java-properties",
    protobuf: "proto proto3 protocol-buffer protocol-buffers",
    python:
      "python3 py3 python2 pyi pycon pyconsole python-console python-repl ipython starlark bazel bzl cython pyx pyrex sage snakemake snakefile mojo vyper rusthon gyp",
    qsharp: "q#",
    r: "rscript splus rconsole rout",
    regex: "regexp regular-expression",
    renpy: "ren'py",
    rest: "rst restructuredtext",
    ruby: "irb pry rbcon rake rakefile gemfile podfile fastfile vagrantfile brewfile gemspec jruby macruby rbx ru",
    rust: "rs",
    scala: "sc sbt",
    scheme: "scm",
    scss: "postcss",
    "shell-session": "console terminal shellsession bash-session",
    smalltalk: "squeak st",
    sml: "standard-ml",
    solidity: "sol",
    soy: "closure-templates",
    sql: "postgres postgresql pgsql plpgsql psql postgresql-console postgres-console",
    sqlite: "sqlite sqlite3",
    tcl: "sdc xdc",
    tsql: "tsql t-sql mssql sqlserver transact-sql",
    tsx: "typescriptreact",
    jsx: "javascriptreact",
    twig: "nunjucks njk",
    typescript: "mts cts deno",
    v: "vlang",
    vbnet: "vb.net visual-basic-.net",
    velocity: "vtl vm velocity-template-language",
    verilog: "systemverilog sv svh vh",
    vhdl: "vhd",
    vim: "vimscript viml vim-script nvim vimrc",
    "visual-basic": "vb vbs vbscript vb6 bas",
    wasm: "wat wast webassembly",
    wiki: "wikitext mediawiki",
    wolfram: "mma wolfram-language",
    wren: "wrenlang",
    yaml: "eyaml clang-format clang-tidy openapi",
  }).flatMap(([id, names]) => names.split(" ").map((name) => [name, id] as const)),
);

const FURTHER_NAMES: ReadonlyMap<string, string> = new Map(
  FURTHER_LANGUAGES.flatMap((language) =>
    language.names.split(" ").map((name) => [name, ownNameOf(language)] as const),
  ),
);

function ownNameOf({ names }: { names: string }): string {
  return names.replace(/ .*/, "");
}

/** What authors write for code without colours, or of another part of this engine. */
const COLOURLESS = new Set(
  "text txt plain plaintext none nohighlight raw output ansi plot graphviz math redis".split(" "),
);

/** One name for each language, whatever an author calls it and in any case; undefined for a language that is not known. */
export function languageNamed(name: string): string | undefined {
  const lower = name.toLowerCase();
  return OTHER_NAMES.get(lower) ?? FURTHER_NAMES.get(lower) ?? prismId(lower);
}

/** The name that a misspelt one differs from in one letter, or in two that are swapped: `python` for `pyhton`. Undefined for one that is known, and for one that is like none. */
export function languageMeant(name: string): string | undefined {
  if (name.length < SHORTEST_MISSPELT || languageNamed(name) || COLOURLESS.has(name.toLowerCase())) return undefined;
  const names = [...Object.keys(READERS), ...OTHER_NAMES.keys(), ...FURTHER_NAMES.keys(), ...PRISM_NAMES];
  return nearestName(name, names, 1);
}

/** The whole of the code as runs, in its order; code in a language that is not known is one run of plain text. */
export function runsIn(code: string, name: string): CodeRun[] {
  const language = languageNamed(name);
  const runs = language && (READERS[language]?.(code) ?? prismRuns(code, language));
  // A reader may stumble over characters that it uses as marks itself; what code says comes first.
  const isWhole = runs && runs.map(({ text }) => text).join("") === code;
  return isWhole ? runs : [{ role: undefined, text: code }];
}
