/** Whether HTML is what the engine means to write; stricter than a browser, which would guess. */

const VOID = new Set(["br", "col", "hr", "img", "input", "source", "track", "wbr"]);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)*)>/g;
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/g;

/** The first thing that is wrong: a stray bracket, a tag out of place, a link in a link, what may be there only once. */
export function faultOf(html: string): string | undefined {
  const stray = /.{0,20}[<>].{0,20}/s.exec(html.replace(TAG, "\u0000"));
  if (stray) return `no tag: ${stray[0]}`;
  const open: string[] = [];
  const ids = new Set<string>();
  for (const [, slash, name = "", source = ""] of html.matchAll(TAG)) {
    if (slash) {
      if (open.pop() !== name) return `</${name}> closes another element`;
      continue;
    }
    if (name === "a" && open.includes("a")) return "a link in a link";
    if (!VOID.has(name)) open.push(name);
    const fault = attributeFault(name, [...source.matchAll(ATTRIBUTE)], ids);
    if (fault) return fault;
  }
  return open.length > 0 ? `<${open.at(-1)}> is never closed` : undefined;
}

function attributeFault(element: string, attributes: RegExpExecArray[], ids: Set<string>): string | undefined {
  const names = new Set(attributes.map(([, name]) => name));
  if (names.size < attributes.length) return `<${element}> has an attribute twice`;
  const id = attributes.find(([, name]) => name === "id")?.[2];
  if (id === undefined) return undefined;
  if (ids.has(id)) return `two elements have the id ${id}`;
  ids.add(id);
  return undefined;
}
