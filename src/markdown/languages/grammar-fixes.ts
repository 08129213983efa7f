/**
 * Where a grammar of Prism's is wrong: by its id, what is changed once it is loaded. Each has a row in the tests' fixtures; how they were
 * found is in docs/highlighting.md.
 */
import Prism from "prismjs";
import { fixBash } from "./fix-bash.ts";
import { fixPowershell } from "./fix-powershell.ts";
import { addKeywords, entry, holding, insertBefore, nestedComment, remove, replace, within } from "./grammar.ts";

export const GRAMMAR_FIXES: Readonly<Record<string, () => void>> = {
  bash: fixBash,
  c: () => addKeywords("c", /\b(?:restrict|static_assert|thread_local|constexpr|nullptr|typeof_unqual)\b/),
  csharp: fixCsharp,
  css: fixCss,
  elixir: fixElixir,
  graphql: fixGraphql,
  haskell: fixHaskell,
  hcl: fixHcl,
  java: () => addKeywords("java", /(?<=\bcase\b[^:;{}]*\s)when\b/),
  javascript: fixJavascript,
  kotlin: fixKotlin,
  makefile: () => replace("makefile", "variable", /\$+(?:\([\w.-]+\)|\{[\w.-]+\}|[^(){}:#=\s]+|(?=[({]))/),
  nginx: fixNginx,
  php: fixPhp,
  powershell: fixPowershell,
  python: fixPython,
  ruby: fixRuby,
  // A name that is written like a keyword.
  rust: () => insertBefore("rust", "keyword", { "raw-name": { pattern: /\br#[A-Za-z_]\w*/, alias: "plain-text" } }),
  scala: fixScala,
  swift: () =>
    addKeywords(
      "swift",
      /\b(?:any|some)(?=\s+[A-Z(])|\b(?:borrowing|consuming|nonisolated|isolated|sending|each)(?=\s+[\w@])/,
    ),
  typescript: fixTypescript,
  zig: () =>
    replace(
      "zig",
      "number",
      /\b(?:0x[\da-f_.]+(?:p[+-]?[\d_]+)?|0o[0-7_]+|0b[01_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?[\d_]+)?)\b/i,
    ),
};

function fixCsharp(): void {
  insertBefore("csharp", "interpolation-string", {
    // C# 11: as many quotes at the end as at the start, three or more.
    "raw-string": { pattern: /\$*("{3,})[\s\S]*?[^"]\1(?!")/, greedy: true, alias: "string" },
    // In a verbatim text a backslash is a backslash.
    "verbatim-string": { pattern: /(?<![\w$])@"(?:""|[^"])*"/, greedy: true, alias: "string" },
  });
  addKeywords("csharp", /\brequired(?=\s+[\w<[])/);
  // Outside of a query it is a name like any other.
  insertBefore("csharp", "keyword", {
    "plain-by": { pattern: /(?<!\b(?:group|order)\b[^;]*)\bby\b/, alias: "plain-text" },
  });
}

function fixCss(): void {
  insertBefore("css", "function", {
    hexcode: { pattern: /#(?:[\da-f]{3,4}){1,2}\b/i, alias: "number" },
    number: /(?<![\w#-])[-+]?(?:\d*\.)?\d+(?:e[+-]?\d+)?(?:%|[a-z]+\b)?(?![\w-])/i,
  });
}

/** Code in a text, with braces of its own. */
const IN_BRACES = /\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/.source;

function fixElixir(): void {
  const inside = entry("elixir", "string", 2)?.inside;
  // Code in it may have braces of its own.
  const interpolation = Object.assign({}, within({ pattern: /x/, ...holding(inside) }, "interpolation"), {
    pattern: new RegExp(`(?<!\\\\)#${IN_BRACES}`),
  });
  insertBefore("elixir", "comment", {
    "text-with-code": {
      pattern: new RegExp(String.raw`"""[\s\S]*?"""|"(?:\\[\s\S]|#${IN_BRACES}|#(?!\{)|[^\\"#])*"`),
      greedy: true,
      alias: "string",
      inside: { ...inside, interpolation },
    },
  });
  addKeywords("elixir", /\b(?:with|defguardp|reraise)\b(?!:)/);
}

function fixGraphql(): void {
  insertBefore("graphql", "keyword", {
    "field-like-keyword": {
      pattern:
        /(?<=[{,]\s*|\n[ \t]+)\b(?:directive|enum|extend|fragment|implements|input|interface|mutation|on|query|repeatable|scalar|schema|subscription|type|union)\b(?=\s*[,}:\n])/,
      alias: "property",
    },
  });
}

function fixHaskell(): void {
  insertBefore("haskell", "comment", {
    "nested-comment": { pattern: nestedComment("{-", "-}"), greedy: true, alias: "comment" },
  });
  insertBefore("haskell", "keyword", {
    "primed-name": { pattern: /\b[a-z_]\w*'[\w']*/, alias: "plain-text" },
    "further-keyword": {
      pattern: /\b(?:forall(?=[^.=]*\.)|foreign(?=\s+(?:import|export))|infix(?=\s+\d))\b/,
      alias: "keyword",
    },
  });
}

function fixHcl(): void {
  replace("hcl", "property", [/[-\w.]+(?=\s*=(?![=>]))/, /(?<!\?\s*)"(?:\\[\s\S]|[^\\"])+"(?=\s*[:=](?!=))/]);
  insertBefore("hcl", "property", {
    "expression-keyword": { pattern: /(?<=[[{]\s*)for\b|(?<=\bfor\s[^:]*)\bin\b|(?<=\s)if(?=\s)/, alias: "keyword" },
    function: /\b\w+(?=\()/,
  });
  insertBefore("hcl", "boolean", { null: { pattern: /\bnull\b/, alias: "boolean" } });
}

function fixJavascript(): void {
  insertBefore("javascript", "keyword", {
    "declaring-keyword": {
      pattern: /\busing(?=\s+[\w$]+\s*(?:=[^=>]|of\b|:))|\baccessor(?=\s+[\w$#["'])|\basync(?=\s*\*\s*[\w$#["'])/,
      alias: "keyword",
    },
  });
}

function fixKotlin(): void {
  const raw = entry("kotlin", "string-literal", 0)?.inside;
  insertBefore("kotlin", "comment", {
    "nested-comment": { pattern: nestedComment("/*", "*/"), greedy: true, alias: "comment" },
    "raw-string": {
      pattern: new RegExp(String.raw`"""(?:[^"$]|\$${IN_BRACES}|\$(?!\{)|"(?!""))*"{3,}`),
      greedy: true,
      alias: "string",
      ...holding(raw),
    },
  });
  addKeywords("kotlin", /\bvalue(?=\s+class\b)/);
  // A soft keyword is a name where a type follows, and alone in a text.
  insertBefore("kotlin", "keyword", {
    "soft-keyword": { pattern: /\b(?:by|data|get|init|inner|open|set|to)(?=\s*:)|^by$/, alias: "plain-text" },
  });
  replace(
    "kotlin",
    "number",
    /\b(?:0x[\da-f_]+|0b[01_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?[\d_]+)?)(?:[uU]?L|[uUfF])?\b/i,
  );
}

/** Prism takes all of a line for one directive, whose colour would be that of its name. */
function fixNginx(): void {
  const directive = entry("nginx", "directive");
  if (directive)
    insertBefore("nginx", "directive", { statement: Object.assign({}, directive, { alias: "plain-text" }) });
  remove("nginx", "directive");
}

function fixPhp(): void {
  const interpolation = within(entry("php", "string", 1), "interpolation");
  insertBefore("php", "string", {
    // Since PHP 7.3 its end may be indented, and more may follow.
    nowdoc: { pattern: /<<<[ \t]*'([a-z_]\w*)'\n(?:.*\n)*?[ \t]*\1\b/i, greedy: true, alias: "string" },
    heredoc: {
      pattern: /<<<[ \t]*("?)([a-z_]\w*)\1\n(?:.*\n)*?[ \t]*\2\b/i,
      greedy: true,
      alias: "string",
      ...(interpolation && { inside: { interpolation } }),
    },
  });
}

function fixPython(): void {
  const inside = entry("python", "string-interpolation")?.inside;
  const braces = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
  insertBefore("python", "string-interpolation", {
    // Since Python 3.12 code in a text may have quotes of the same kind.
    "f-string": {
      pattern: new RegExp(
        String.raw`\b(?:[ft]r?|r[ft])(?:("""|''')(?:\\[\s\S]|\{\{|${braces}|(?!\1)[^\\{])*\1|("|')(?:\\.|\{\{|${braces}|(?!\2)[^\\\n{])*\2)`,
        "i",
      ),
      greedy: true,
      ...holding(inside),
    },
  });
  insertBefore("python", "keyword", {
    // Python 2's statements are functions now, and a word is a keyword where a name follows.
    "print-function": { pattern: /\b(?:print|exec)(?=\s*\()/, alias: "builtin" },
    "type-statement": { pattern: /(?<=^\s*)type(?=\s+[A-Za-z_]\w*(?:\[[^\]\n]*\])?\s*=(?!=))/m, alias: "keyword" },
  });
}

function fixRuby(): void {
  const interpolation = within(entry("ruby", "string-literal", 1), "interpolation");
  const ruby = Prism.languages["ruby"] ?? {};
  const opening: Prism.GrammarValue = { pattern: /^<<.*/, alias: "plain-text", inside: { ...ruby } };
  insertBefore("ruby", "comment", {
    // What follows its name on the line is code.
    "raw-heredoc": {
      pattern: /<<[-~]?'([A-Za-z_]\w*)'.*\n(?:.*\n)*?[ \t]*\1\b/,
      greedy: true,
      alias: "string",
      inside: { opening },
    },
    heredoc: {
      pattern: /<<[-~]?(["`]?)([A-Z_]\w*)\1.*\n(?:.*\n)*?[ \t]*\2\b/,
      greedy: true,
      alias: "string",
      inside: { opening, ...(interpolation ? { interpolation } : {}) },
    },
    "data-part": { pattern: /^__END__\n[\s\S]*/m, greedy: true, alias: "comment" },
  });
  insertBefore("ruby", "number", { "grouped-number": { pattern: /\b\d+(?:_\d+)+(?:\.\d+)?\b/, alias: "number" } });
  const patterns = new Map(Object.entries(ruby)).get("regex-literal");
  if (!Array.isArray(patterns)) return;
  for (const one of patterns) {
    // Where a value can't end, a slash begins a regular expression; elsewhere it divides.
    if (typeof one === "object" && "lookbehind" in one && one.lookbehind)
      one.pattern =
        /((?:^|[=~(,[{|&!:;?<>+*-]|\b(?:and|do|elsif|if|in|not|or|puts|return|then|unless|until|when|while|split|gsub|sub|match|scan)\b)[ \t]*)\/(?!\/)(?:\[[^\r\n\]]+\]|#\{[^}]*\}|\\.|[^[/\\\r\n])+\/[egimnosux]{0,6}/m;
  }
}

function fixScala(): void {
  const inside = entry("scala", "string-interpolation")?.inside;
  insertBefore("scala", "comment", {
    "nested-comment": { pattern: nestedComment("/*", "*/"), greedy: true, alias: "comment" },
  });
  insertBefore("scala", "string-interpolation", {
    "escaped-interpolation": {
      pattern: new RegExp(String.raw`\b[a-z]\w*"(?!"")(?:\\.|\$${IN_BRACES}|\$(?!\{)|[^$"\\\n])*"`, "i"),
      greedy: true,
      ...holding(inside),
    },
  });
  replace("scala", "number", /\b(?:0x[\da-f_]+L?|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?[dfl]?)\b/i);
}

function fixTypescript(): void {
  const generic = entry("typescript", "generic-function");
  // Nobody leaves a space before type arguments; with one, it compares.
  if (generic)
    generic.pattern =
      /#?(?!\s)[_$a-zA-Z\xA0-\uFFFF](?:(?!\s)[$\w\xA0-\uFFFF])*<(?![\s=<])(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>(?=\s*\()/;
  // One letter is a type's parameter.
  replace("typescript", "constant", /\b[A-Z][A-Z\d_]+\b/);
  insertBefore("typescript", "keyword", {
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
    "further-type": { pattern: /(?<=[:|<&,]\s*|\bas\s+)(?:bigint|object)(?=\s*[\]|&,;)=>{}]|$)/m, alias: "builtin" },
  });
}
