/** Prism's tokens as HTML with few, short classes: a reader needs to tell apart seven kinds of thing, not seventy. */
import Prism from "prismjs";
import { escapeMarkup } from "../content/escape.ts";
import "prismjs/components/prism-typescript.js";
import "prismjs/components/prism-jsx.js";
import "prismjs/components/prism-tsx.js";
import "prismjs/components/prism-java.js";
import "prismjs/components/prism-kotlin.js";
import "prismjs/components/prism-bash.js";
import "prismjs/components/prism-shell-session.js";
import "prismjs/components/prism-sql.js";
import "prismjs/components/prism-json.js";
import "prismjs/components/prism-yaml.js";
import "prismjs/components/prism-toml.js";
import "prismjs/components/prism-ini.js";
import "prismjs/components/prism-http.js";
import "prismjs/components/prism-diff.js";
import "prismjs/components/prism-graphql.js";
import "prismjs/components/prism-docker.js";
import "prismjs/components/prism-python.js";
import "prismjs/components/prism-go.js";
import "prismjs/components/prism-rust.js";
import "prismjs/components/prism-c.js";
import "prismjs/components/prism-cpp.js";
import "prismjs/components/prism-csharp.js";
import "prismjs/components/prism-ruby.js";

/** Words of PostgreSQL's that Prism's SQL does not know. */
const POSTGRESQL =
  /\b(?:ALWAYS|BUFFERS|BYPASSRLS|CONCURRENTLY|CONFLICT|DEFERRABLE|DO|EXPLAIN|FORCE|GENERATED|IDENTITY|INCLUDE|JSONB|LATERAL|LOCKED|MATERIALIZED|NOTHING|NOWAIT|OVERRIDING|PARTITION|POLICY|RETURNING|ROLE|SECURITY|SKIP|STORED|TIMESTAMPTZ|USING|UUID|VACUUM)\b/i;
Prism.languages.insertBefore("sql", "keyword", { "postgresql-keyword": { pattern: POSTGRESQL, alias: "keyword" } });

const ALIASES: Record<string, string> = {
  console: "shell-session",
  golang: "go",
  postgresql: "sql",
  pgsql: "sql",
  jsonc: "json",
};

/** Prism's token types by what they are to a reader; a type that is not here is plain text. */
const ROLES: Record<string, readonly string[]> = {
  c: ["comment", "prolog", "doctype", "cdata", "coord", "shebang"],
  k: ["keyword", "atrule", "tag", "selector", "important", "rule", "directive", "unit"],
  s: ["string", "char", "attr-value", "regex", "template-string", "url", "triple-quoted-string", "string-literal"],
  n: ["number", "boolean", "constant", "symbol", "null", "datetime"],
  f: ["function", "function-definition", "class-name", "builtin", "macro", "annotation", "decorator"],
  p: ["property", "attr-name", "key", "header-name", "variable", "attribute", "lifetime-annotation"],
  i: ["inserted", "inserted-sign"],
  d: ["deleted", "deleted-sign"],
};
const ROLE_OF_TYPE = new Map(
  Object.entries(ROLES).flatMap(([role, types]) => types.map((type) => [type, role] as const)),
);

/** Highlighted HTML, or escaped text in a language that is not known. */
export function highlight(code: string, language: string): string {
  const name = language.toLowerCase();
  const known = Object.hasOwn(Prism.languages, name) ? name : (ALIASES[name] ?? "");
  const grammar = Prism.languages[known];
  if (!grammar || typeof grammar !== "object") return escapeMarkup(code);
  return toHtml(runsOf(Prism.tokenize(code, grammar)));
}

interface Run {
  role: string | undefined;
  text: string;
}

/** The nested tokens as a flat list in which the innermost known role wins. */
function runsOf(stream: Prism.TokenStream, outer?: string): Run[] {
  if (typeof stream === "string") return [{ role: outer, text: stream }];
  if (Array.isArray(stream)) return stream.flatMap((token) => runsOf(token, outer));
  const types = [stream.type, ...(Array.isArray(stream.alias) ? stream.alias : [stream.alias])];
  const isWord = stream.type === "operator" && /^[a-z]/i.test(String(stream.content));
  const role = isWord ? "k" : types.map((type) => ROLE_OF_TYPE.get(type)).find(Boolean);
  return runsOf(stream.content, role ?? outer);
}

function toHtml(runs: Run[]): string {
  let html = "";
  let open: string | undefined;
  for (const { role, text } of runs) {
    const next = text.trim() === "" && open ? open : role;
    if (next !== open) html += (open ? "</span>" : "") + (next ? `<span class="${next}">` : "");
    open = next;
    html += escapeMarkup(text);
  }
  return open ? `${html}</span>` : html;
}
