/** The arguments of tags, as Hugo, Liquid, Nunjucks and Tera write them. */

export interface Arguments {
  readonly positional: string[];
  readonly named: Record<string, string>;
}

const ARGUMENT =
  /(?:([\w.:@-]+)\s*(?:=|:\s)\s*)?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|`([^`]*)`|\[([^\]]*)\]|([^\s,()"'`[\]]+))/g;

/** `src="a b.png" alt=x 12` and `"a", "b", alt: "c"`: quotation marks off, commas and parentheses as blanks. */
export function readArguments(text: string): Arguments {
  const positional: string[] = [];
  const named: Record<string, string> = {};
  for (const [, name, double, single, backtick, list, bare] of text.matchAll(ARGUMENT)) {
    const quoted = double ?? single;
    const value = quoted === undefined ? (backtick ?? list ?? bare ?? "") : quoted.replace(/\\(["'\\])/g, "$1");
    if (name) named[name] = value;
    else positional.push(value);
  }
  return { positional, named };
}
