/** Prism's token types by what they are to a reader, who needs to tell apart seven kinds of thing, not seventy. */

/** A type that is not here looks like what it stands in. */
const ROLES: Record<string, readonly string[]> = {
  c: ["comment", "prolog", "doctype", "cdata", "coord", "shebang"],
  k: ["keyword", "atrule", "tag", "selector", "important", "rule", "directive", "unit"],
  s: ["string", "char", "attr-value", "regex", "template-string", "url", "triple-quoted-string", "string-literal"],
  n: ["number", "boolean", "constant", "symbol", "null", "datetime"],
  f: ["function", "function-definition", "class-name", "builtin", "scalar", "macro", "annotation", "decorator"],
  p: ["property", "attr-name", "key", "header-name", "variable", "attribute", "lifetime-annotation"],
  i: ["inserted", "inserted-sign"],
  d: ["deleted", "deleted-sign"],
  // A shell's prompt and what a command printed: copying leaves both behind.
  q: ["shell-symbol", "info"],
  o: ["output"],
  // Plain text, even inside a string: code that stands in a template.
  "": ["interpolation", "plain-text"],
};

/** Empty for what is plain text wherever it stands. */
export const ROLE_OF_TYPE: ReadonlyMap<string, string> = new Map(
  Object.entries(ROLES).flatMap(([role, types]) => types.map((type) => [type, role] as const)),
);
