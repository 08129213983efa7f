/** Where a grammar of Prism's is wrong: by its id, what is changed once it is loaded. Each line has a row in the tests' fixtures. */
import Prism from "prismjs";

export const GRAMMAR_FIXES: Record<string, () => void> = {
  bash: fixBash,
  csharp: fixCsharp,
  javascript: fixJavascript,
  ruby: fixRuby,
  typescript: fixTypescript,
};

function fixBash(): void {
  Prism.languages.insertBefore("bash", "comment", {
    // A `#` inside a word, as in an address, begins none.
    remark: { pattern: /(?<=^|[\s;&|()])#.*/m, greedy: true, alias: "comment" },
  });
  delete Prism.languages["bash"]?.["comment"];
  const strings = Prism.languages["bash"]?.["string"];
  if (!Array.isArray(strings)) return;
  for (const one of strings) {
    // Prism's own pattern needs a character before the quote that no other quotation has taken: 'it''s'.
    if (typeof one === "object" && "pattern" in one && one.pattern.source.endsWith("'[^']*'")) {
      one.pattern = /(?<![$\\])'[^']*'/;
      one.lookbehind = false;
    }
  }
}

function fixCsharp(): void {
  Prism.languages.insertBefore("csharp", "interpolation-string", {
    // C# 11: as many quotes at the end as at the start, three or more.
    "raw-string": { pattern: /\$*("{3,})[\s\S]*?[^"]\1(?!")/, greedy: true, alias: "string" },
    // In a verbatim text a backslash is a backslash.
    "verbatim-string": { pattern: /(?<![\w$])@"(?:""|[^"])*"/, greedy: true, alias: "string" },
  });
}

function fixRuby(): void {
  const patterns = new Map(Object.entries(Prism.languages["ruby"] ?? {})).get("regex-literal");
  if (!Array.isArray(patterns)) return;
  for (const one of patterns) {
    // Where a value can't end, a slash begins a regular expression; elsewhere it divides.
    if (typeof one === "object" && "lookbehind" in one && one.lookbehind)
      one.pattern =
        /((?:^|[=~(,[{|&!:;?<>+*-]|\b(?:and|do|elsif|if|in|not|or|puts|return|then|unless|until|when|while|split|gsub|sub|match|scan)\b)[ \t]*)\/(?!\/)(?:\[[^\r\n\]]+\]|#\{[^}]*\}|\\.|[^[/\\\r\n])+\/[egimnosux]{0,6}/m;
  }
}

function fixJavascript(): void {
  Prism.languages.insertBefore("javascript", "keyword", {
    "declaring-keyword": {
      pattern: /\busing(?=\s+[\w$]+\s*(?:=[^=>]|of\b|:))|\baccessor(?=\s+[\w$#["'])/,
      alias: "keyword",
    },
  });
}

function fixTypescript(): void {
  Prism.languages.insertBefore("typescript", "keyword", {
    // Words that are names as well: what stands beside them says which.
    "contextual-keyword": {
      pattern:
        /(?<=[\w$)\]}"'`]\s+)satisfies(?=\s+[\w${[("'`])|\b(?:override|unique|out)(?=\s+[\w$#["'])|(?<=:\s*)asserts(?=\s+\w)/,
      alias: "keyword",
    },
    // A parameter or a property that is called like a keyword.
    "keyword-as-name": {
      pattern: /(?<=[(,{;]\s*)(?:of|from|get|set|async|type|as|is|declare|module|require)(?=\s*\??:)/,
      alias: "plain-text",
    },
  });
}
