/**
 * Languages that Prism has no grammar for: what is a comment, a text, a word of the language and so on. Smaller than a grammar, which is
 * enough for the seven things that are told apart here.
 */
import type Prism from "prismjs";
import type { CodeRun } from "./code-run.ts";
import { runsByGrammar } from "./prism.ts";

interface FurtherLanguage {
  /** What it is called, its own name first. */
  names: string;
  comment: RegExp;
  string: RegExp;
  /** Words, by blanks; or what is one by its place. */
  keyword: string | RegExp;
  /** Types and functions. */
  type?: RegExp;
  property?: RegExp;
  number?: RegExp;
}

const SLASHES = /\/\*[\s\S]*?\*\/|\/\/.*/;
const HASH = /#.*/;
const SLASHES_OR_HASH = /\/\*[\s\S]*?\*\/|(?:\/\/|#).*/;
const DOUBLE = /"(?:\\[\s\S]|[^"\\])*"/;
const EITHER = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/;
const CAPITALISED = /\b[A-Z]\w*\b/;
const CALLED = /\b[a-z_]\w*(?=\()/;
const VALUES = /\b(?:true|false|null|none)\b|\b0x[\da-f_]+\b|\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b/i;

export const FURTHER_LANGUAGES: readonly FurtherLanguage[] = [
  {
    names: "prisma",
    ...{ comment: /\/\/.*/, string: DOUBLE, keyword: "datasource enum generator model type view" },
    ...{ type: /@{1,2}[\w.]+|\b[A-Z]\w*\b|\b[a-z]\w*(?=\()/, property: /(?<=^[ \t]+)\w+(?=\s+[A-Z=])/m },
  },
  {
    names: "just justfile",
    ...{
      comment: /(?<=^|\s)#(?!!).*/m,
      string: /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|`[^`\n]*`/,
    },
    ...{
      keyword: /^(?:alias|export|import|mod|set|unexport)\b|\b(?:else|if)\b/m,
      property: /\{\{[^}]*\}\}|^\w+(?=\s*:=)/m,
    },
    type: /^@?[a-z_][\w-]*(?=[^:=\n]*:(?!=))|^\[[\w-]+[^\]\n]*\]/m,
  },
  {
    names: "caddyfile caddy",
    ...{ comment: /(?<=^|\s)#.*/m, string: /"(?:\\.|[^"\\])*"|`[^`]*`/ },
    ...{ keyword: /(?<=^[ \t]+)[a-z_]+(?=\s|$)/m, property: /\{\$?[\w.>-]+\}|@\w+/ },
  },
  {
    names: "gleam",
    ...{ comment: /\/\/.*/, string: DOUBLE, type: /@\w+|\b[A-Z]\w*\b|\b[a-z_]\w*(?=\()/ },
    keyword: "as assert case const echo else fn if import let opaque panic pub todo type use",
  },
  {
    names: "nushell nu nush nu-script nushell-script",
    ...{ comment: /(?<=^|\s)#.*/m, string: /\$?"(?:\\.|[^"\\])*"|\$?'[^']*'|`[^`]*`/ },
    ...{ property: /\$\w+(?:\.\w+)*|(?<=\s)--?[a-z][\w-]*/, type: /(?<=\bdef\s+)[\w-]+/ },
    keyword:
      "alias and catch const def else export extern for if in let loop match module mut not or return try use where while",
  },
  {
    names: "typst typ",
    ...{ comment: SLASHES, string: /"(?:\\.|[^"\\])*"|```[\s\S]*?```|`[^`]*`|\$[^$]*\$/ },
    keyword:
      /^=+(?=\s)|#?\b(?:let|set|show|import|include|if|else|for|while|return|context|break|continue)\b(?=[\s({:])/m,
    ...{ type: /#[a-z][\w.-]*(?=[([])/i, property: /<[\w:-]+>|@[\w:-]+/ },
  },
  {
    names: "jsonnet libsonnet",
    ...{ comment: SLASHES_OR_HASH, string: /\|\|\|[\s\S]*?\|\|\||@?"(?:\\[\s\S]|[^"\\])*"|@?'(?:\\[\s\S]|[^'\\])*'/ },
    keyword: "assert else error for function if import importbin importstr in local self super tailstrict then",
    ...{ property: /\b[a-z_]\w*(?=\s*\+?:{1,3})/i, type: CALLED },
  },
  {
    names: "thrift",
    ...{
      comment: SLASHES_OR_HASH,
      string: EITHER,
      type: /\b(?:binary|bool|byte|double|i8|i16|i32|i64|list|map|set|string|[A-Z]\w*)\b/,
    },
    keyword:
      "const enum exception extends include namespace oneway optional required service struct throws typedef union void",
  },
  {
    names: "kdl",
    ...{ comment: /\/\*[\s\S]*?\*\/|\/\/.*|\/-/, string: /(#+)"[\s\S]*?"\1|"""[\s\S]*?"""|"(?:\\[\s\S]|[^"\\])*"/ },
    ...{
      keyword: /(?<=^[ \t]*|[{;]\s*)[a-z_][\w.-]*/im,
      property: /\b[\w-]+(?==)/,
      number: /#(?:true|false|null|inf|nan)\b|[-+]?\b\d[\d_.]*\b/,
    },
  },
  {
    names: "bibtex bib biblatex",
    ...{
      comment: /(?<=^\s*)%.*/m,
      string: /(?<==\s*)\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|"[^"]*"/,
      keyword: /@\w+/,
    },
    ...{ property: /\b[\w-]+(?=\s*=)/, type: /(?<=@\w+\s*\{\s*)[^\s,{}]+/ },
  },
  {
    names: "capnp cap'n-proto",
    ...{ comment: HASH, string: DOUBLE, type: CAPITALISED, number: /@(?:0x[\da-f]+|\d+)|\b(?:true|false|void|\d+)\b/i },
    keyword: "annotation const enum extends group import interface struct union using",
  },
  {
    names: "flatbuffers fbs",
    ...{ comment: SLASHES, string: DOUBLE, property: /\b\w+(?=\s*:)/ },
    keyword: "attribute enum file_extension file_identifier include namespace root_type rpc_service struct table union",
    type: /\b(?:bool|byte|ubyte|short|ushort|int|uint|float|long|ulong|double|string|u?int(?:8|16|32|64)|float(?:32|64)|[A-Z]\w*)\b/,
  },
  {
    names: "meson meson.build",
    ...{ comment: HASH, string: /f?'''[\s\S]*?'''|f?'(?:\\.|[^'\\\n])*'/, type: CALLED, property: /\b\w+(?=\s*:)/ },
    keyword: "and break continue elif else endforeach endif foreach if in not or",
  },
  {
    names: "ron",
    ...{
      comment: SLASHES,
      string: /r(#*)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|'(?:\\.|[^'\\])'/,
      keyword: /#!\[[^\]]*\]/,
    },
    ...{ type: CAPITALISED, property: /\b[a-z_]\w*(?=\s*:)/ },
  },
  {
    names: "lean lean4",
    ...{ comment: /\/-(?:[^-]|-(?!\/))*-\/|--.*/, string: DOUBLE, type: /@\[[^\]]*\]|\b[A-Z]\w*\b/ },
    keyword:
      "abbrev axiom by class def deriving do else end example extends for from fun have if import in inductive infixl infixr instance let macro match mut mutual namespace noncomputable notation obtain open opaque partial private protected return section set_option show structure syntax then theorem unless variable where while with",
  },
  {
    names: "ssh-config sshconfig ssh_config sshd_config sshdconfig",
    ...{
      comment: /(?<=^\s*)#.*/m,
      string: DOUBLE,
      keyword: /(?<=^[ \t]*)[A-Za-z]+(?=[ \t=])/m,
      number: /\b(?:yes|no|\d+)\b/,
    },
  },
];

/** Reads the code of one of them. */
export function furtherLanguage(language: FurtherLanguage): (code: string) => CodeRun[] {
  let grammar: Prism.Grammar | undefined;
  return (code) => {
    grammar ??= grammarFor(language);
    return runsByGrammar(code, grammar);
  };
}

/** As Prism has its grammars. */
function grammarFor({ comment, string, keyword, type, property, number = VALUES }: FurtherLanguage): Prism.Grammar {
  const words = typeof keyword === "string" ? new RegExp(`\\b(?:${keyword.replaceAll(" ", "|")})\\b`) : keyword;
  return {
    // Whichever begins first: a comment's mark in a text is none, and no more is a quote in a comment.
    "comment-or-string": {
      pattern: new RegExp(
        `${comment.source}|${string.source}`,
        comment.flags.includes("m") || string.flags.includes("m") ? "m" : "",
      ),
      greedy: true,
      inside: { comment: new RegExp(`^(?:${comment.source})$`), string: /[\s\S]+/ },
    },
    ...(property && { property }),
    keyword: words,
    ...(type && { "class-name": type }),
    number,
  };
}
