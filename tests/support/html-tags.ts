/** Reads the HTML that the engine writes, and nothing looser: where a browser would have to guess, this throws. */

export interface WrittenTag {
  name: string;
  closing: boolean;
  /** In order, their values as a browser understands them. */
  attributes: [name: string, value: string][];
}

const VOID = new Set(["br", "col", "hr", "img", "input", "source", "track", "wbr"]);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z0-9-]*(?:="[^"]*")?)*)>/g;
const ATTRIBUTE = / ([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', Tab: "\t", NewLine: "\n", colon: ":" };

/** Every tag, in order. Throws where a `<` or `>` belongs to none. */
export function tagsOf(html: string): WrittenTag[] {
  const stray = /.{0,40}[<>].{0,40}/s.exec(html.replace(TAG, "\u0000"));
  if (stray) throw new Error(`Not a tag of ours: ${stray[0]}`);
  return [...html.matchAll(TAG)].map(([, slash, name = "", attributes = ""]) => ({
    name,
    closing: slash === "/",
    attributes: [...attributes.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, decode(value)]),
  }));
}

/** What is wrong with how tags nest, ids differ and attributes stand once; undefined for HTML that is well-formed. */
export function faultOf(html: string): string | undefined {
  const open: string[] = [];
  const ids = new Set<string>();
  for (const { name, closing, attributes } of tagsOf(html)) {
    if (closing && open.pop() !== name) return `</${name}> closes another element`;
    if (name === "a" && !closing && open.includes("a")) return "a link in a link";
    if (!closing && !VOID.has(name)) open.push(name);
    if (new Set(attributes.map(([key]) => key)).size < attributes.length) return `<${name}> repeats an attribute`;
    const id = attributes.find(([key]) => key === "id")?.[1];
    if (id !== undefined && ids.has(id)) return `two elements have the id ${id}`;
    if (id !== undefined) ids.add(id);
  }
  return open.length > 0 ? `<${open.at(-1)}> is never closed` : undefined;
}

function decode(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (reference, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex ?? decimal, hex ? 16 : 10)));
    return NAMED[name] ?? reference;
  });
}
