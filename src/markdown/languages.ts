/** The languages that code blocks are highlighted in, and the names that they go by. */
import Prism from "prismjs";
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

/** Prism's SQL begins comments with `#` and `//` too, which are operators in PostgreSQL. */
const COMMENT = /\/\*[\s\S]*?\*\/|--.*/;
Object.assign(Prism.languages, { sql: Prism.languages.extend("sql", { comment: COMMENT }) });

/** Words of PostgreSQL's that Prism's SQL does not know. */
const POSTGRESQL =
  /\b(?:ALWAYS|BUFFERS|BYPASSRLS|CONCURRENTLY|CONFLICT|DEFERRABLE|DO|EXPLAIN|FORCE|GENERATED|HOLD|IDENTITY|INCLUDE|JSONB|LATERAL|LOCKED|MATERIALIZED|NOTHING|NOWAIT|OVERRIDING|PARTITION|POLICY|RESET|RETURNING|ROLE|SECURITY|SKIP|STORED|TIMESTAMPTZ|USING|UUID|VACUUM)\b/i;
Prism.languages.insertBefore("sql", "keyword", { "postgresql-keyword": { pattern: POSTGRESQL, alias: "keyword" } });

const ALIASES: Record<string, string> = {
  console: "shell-session",
  golang: "go",
  postgresql: "sql",
  pgsql: "sql",
  jsonc: "json",
};

/** Prism's grammar for a language's name in any case; undefined for one that is not known. */
export function grammarOf(language: string): Prism.Grammar | undefined {
  const name = language.toLowerCase();
  const known = Object.hasOwn(Prism.languages, name) ? name : (ALIASES[name] ?? "");
  const grammar = Prism.languages[known];
  return typeof grammar === "object" ? grammar : undefined;
}
