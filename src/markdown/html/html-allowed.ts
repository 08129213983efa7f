/** Which raw HTML a page may have, and what is wrong with the rest. */
import type { Picture } from "../../content/picture.ts";
import { noteProblem, type RenderEnv, type Target } from "../extension.ts";
import { idFault } from "../ids.ts";
import { noteUnencrypted, readPublished } from "../targets.ts";
import type { Tag } from "./html-reader.ts";
import type { OpenElements } from "./open-elements.ts";

const VOID = new Set(["br", "hr", "img", "wbr", "source", "track", "col"]);
const ELEMENTS = new Set(
  (
    "a abbr aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure " +
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark meter ol p picture pre progress q rp rt ruby s samp section small source span strong sub summary " +
    "sup table tbody td tfoot th thead time tr track u ul var video wbr"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  (
    "abbr alt cite class colspan controls datetime dir download height high href hreflang id kind label lang loop low max media min muted open optimum poster " +
    "preload rel reversed rowspan scope sizes span src srclang start target title type value width"
  ).split(" "),
);
const ADDRESSES = new Set(["href", "src", "poster", "cite"]);

/** A tag, and what its addresses lead to, by attribute. */
export interface CheckedTag extends Tag {
  targets: Map<string, Target>;
}

export function isAllowed(tag: Tag): boolean {
  return ELEMENTS.has(tag.name);
}

/** Notes what is wrong with a tag, given the elements around it, and what it leads to. */
export function checkTag(tag: Tag, line: number | undefined, env: RenderEnv, open: OpenElements): CheckedTag {
  const checked: CheckedTag = { ...tag, attributes: [], targets: new Map() };
  if (!isAllowed(tag)) {
    // Its end need not be refused again; alone it is dropped, as browsers do.
    if (tag.closing) return checked;
    noteProblem(
      env,
      line,
      `<${tag.name}> is not allowed in a page`,
      "write it as code, or leave it out",
      `<${tag.name}`,
    );
  } else if (tag.closing) {
    open.close(tag.name, line);
  } else {
    if (!VOID.has(tag.name)) open.open(tag.name, line);
    for (const [name, value] of tag.attributes) checkAttribute(checked, name, value, line, env);
    if (tag.name === "img") checkImage(checked, line, env);
  }
  return checked;
}

/** Adds an attribute that may stand there, and what it leads to. */
function checkAttribute(tag: CheckedTag, name: string, value: string, line: number | undefined, env: RenderEnv): void {
  const fault = attributeFault(tag, name, value, env);
  if (fault) {
    noteProblem(env, line, fault, undefined, name);
    return;
  }
  tag.attributes.push([name, value]);
  if (name === "id") env.notes.anchors.push(value);
  if (!ADDRESSES.has(name)) return;
  const target = readPublished(value, line, env);
  tag.targets.set(name, target);
  if (name === "src" || name === "poster") noteUnencrypted(target, line, env);
}

function attributeFault(tag: CheckedTag, name: string, value: string, { notes }: RenderEnv): string | undefined {
  if (!ATTRIBUTES.has(name)) return `the attribute ${name} of <${tag.name}> is not allowed in a page`;
  return name === "id" ? idFault(value, notes) : undefined;
}

/** As of a Markdown picture: its alternative must be there, and its size is filled in. */
function checkImage({ attributes, targets }: CheckedTag, line: number | undefined, env: RenderEnv): void {
  const has = (wanted: string) => attributes.some(([name]) => name === wanted);
  if (!has("alt")) {
    noteProblem(env, line, "an image has no alternative text", 'say what it shows; alt="" marks decoration');
  }
  const target = targets.get("src");
  if (target?.kind !== "asset") return;
  const picture = env.context.picture?.(target.file);
  if (!picture) return;
  if ("message" in picture) noteProblem(env, line, `${target.file} ${picture.message}`, picture.hint);
  else attributes.push(...sizesFor(picture, attributes));
}

/** The sizes that were left out; where one is given, the other in proportion. */
function sizesFor(picture: Picture, attributes: Tag["attributes"]): Tag["attributes"] {
  const given = new Map(attributes);
  const one = given.has("width") ? "width" : "height";
  const scale = Number(given.get(one) ?? picture[one]) / picture[one];
  return (["width", "height"] as const)
    .filter((name) => !given.has(name) && scale > 0)
    .map((name) => [name, String(Math.round(picture[name] * scale))]);
}
