/** The raw HTML that pages may contain. */
import type { Picture } from "../../content/picture.ts";
import { by } from "../../content/problems/rule.ts";
import { candidatesIn } from "../../content/srcset.ts";
import { noteProblem, placeAt, type RenderEnv, type Target } from "../extension.ts";
import { idFault, noteGivenId } from "../ids.ts";
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
    "abbr alt cite class colspan controls datetime decoding dir download fetchpriority height high href hreflang id kind label " +
    "lang loading loop low max media min muted open optimum poster preload rel reversed rowspan scope sizes span src srclang srcset start target title " +
    "type value width"
  ).split(" "),
);
/** For looks alone, or taken out of HTML, or parts of a page: what stands in them is text like any other. */
const PLAIN = new Set(
  "acronym address article basefont big blink center dir font footer header hgroup main marquee nav nobr section strike tt".split(
    " ",
  ),
);
/** Attributes that run or load something. */
const RUNS = /^(?:on|srcdoc$|action$|formaction$|background$|data$|ping$|xlink:|xmlns)/;
/** Allowed values. */
const VALUES: Partial<Record<string, string[]>> = {
  loading: ["lazy", "eager"],
  decoding: ["async", "sync", "auto"],
  fetchpriority: ["high", "low", "auto"],
};
/** Class of pictures with light paper behind them by night; see styles/pictures.css. */
export const ON_PAPER = "on-paper";
const ADDRESSES = new Set(["href", "src", "poster", "cite"]);

/** An image candidate. */
export interface CheckedCandidate {
  target: Target;
  descriptor: string;
}

/** A tag, and the targets of its addresses, by attribute. */
export interface CheckedTag extends Tag {
  targets: Map<string, Target>;
  /** The image candidates of its `srcset`. */
  candidates: CheckedCandidate[];
  /** For pictures that differ by day and by night; see picture-element.ts. */
  byTheme?: { day: CheckedTag | undefined; night: CheckedTag[] };
}

export function isAllowed(tag: Tag): boolean {
  return ELEMENTS.has(tag.name);
}

/** Notes the problems of a tag, given the elements around it, and its targets. */
export function checkTag(tag: Tag, line: number | undefined, env: RenderEnv, open: OpenElements): CheckedTag {
  const checked: CheckedTag = { ...tag, attributes: [], targets: new Map(), candidates: [] };
  if (!isAllowed(tag)) {
    // Its end need not be refused again; alone it is dropped, as browsers do.
    if (tag.closing) return checked;
    noteProblem(
      env,
      PLAIN.has(tag.name) ? "html-element" : "html-forbidden",
      line,
      `<${tag.name}> is not allowed in a page`,
      tag.name === "iframe"
        ? "write the address of what it shows in a paragraph of its own"
        : "write it as code, or leave it out",
      `<${tag.name}`,
    );
  } else if (tag.closing) {
    open.close(tag.name, line);
  } else {
    if (!VOID.has(tag.name)) open.open(tag.name, line);
    for (const [name, value] of tag.attributes) checkAttribute(checked, name, value, line, env);
    if (tag.name === "img") checkImage(checked, line, env);
    if (tag.name === "source") checked.attributes.push(...sourceSize(checked, env));
  }
  return checked;
}

/** Adds an allowed attribute, and its target. */
function checkAttribute(tag: CheckedTag, name: string, value: string, line: number | undefined, env: RenderEnv): void {
  const fault = attributeFault(tag, name, value, env);
  if (fault) {
    // An id is told from others by its value.
    const written = name === "id" ? `id="${value}"` : name;
    noteProblem(env, RUNS.test(name) ? "html-forbidden" : "html-attribute", line, fault, undefined, written);
    return;
  }
  tag.attributes.push([name, value]);
  if (name === "id") noteGivenId(value, env.notes);
  if (name === "srcset") tag.candidates = candidatesOf(value, line, env);
  if (!ADDRESSES.has(name)) return;
  const isPicture = name === "poster" || (name === "src" && tag.name === "img");
  const target = readPublished(value, line, env, isPicture ? "picture" : "file");
  tag.targets.set(name, target);
  if (name === "src" || name === "poster") noteUnencrypted(target, line, env);
}

function attributeFault(tag: CheckedTag, name: string, value: string, { notes }: RenderEnv): string | undefined {
  if (!ATTRIBUTES.has(name)) return `the attribute ${name} of <${tag.name}> is not allowed in a page`;
  const values = VALUES[name];
  if (values && !values.includes(value.toLowerCase())) return `${name} is ${values.join(" or ")}, and not "${value}"`;
  return name === "id" ? idFault(value, notes) : undefined;
}

function candidatesOf(srcset: string, line: number | undefined, env: RenderEnv): CheckedCandidate[] {
  const read = candidatesIn(srcset, placeAt(env, line));
  if (!read.ok) {
    env.notes.problems.push(...by("html-picture", read.problems));
    return [];
  }
  return read.value.map(({ url, descriptor }) => {
    const target = readPublished(url, line, env, "picture");
    noteUnencrypted(target, line, env);
    return { target, descriptor };
  });
}

/** As of a Markdown picture: its alternative must be there, and its size is filled in. */
function checkImage({ attributes, targets }: CheckedTag, line: number | undefined, env: RenderEnv): void {
  const has = (wanted: string) => attributes.some(([name]) => name === wanted);
  if (!has("alt")) {
    noteProblem(
      env,
      "picture-alt",
      line,
      "an image has no alternative text",
      'say what it shows; alt="" marks decoration',
    );
    attributes.push(["alt", ""]);
  }
  if (!has("src"))
    noteProblem(env, "html-picture", line, "an image has no src", "feeds, and browsers without srcset, show it");
  const picture = pictureOf(targets.get("src"), env);
  if (!picture) return;
  attributes.push(...sizesFor(picture, attributes));
  if (picture.needsPaper) addClass(attributes, ON_PAPER);
}

/** Dimensions of the largest candidate, so that nothing moves where a source has other proportions than the `<img>`. */
function sourceSize({ attributes, candidates }: CheckedTag, env: RenderEnv): Tag["attributes"] {
  const scaleOf = ({ descriptor }: CheckedCandidate) => Number.parseFloat(descriptor) || 1;
  const largest = candidates.toSorted((one, other) => scaleOf(other) - scaleOf(one))[0];
  const picture = pictureOf(largest?.target, env);
  const isGiven = attributes.some(([name]) => name === "width" || name === "height");
  if (!largest || !picture || isGiven) return [];
  const density = /x$/i.test(largest.descriptor) ? scaleOf(largest) : 1;
  const scaled = (pixels: number) => String(Math.max(1, Math.round(pixels / density)));
  return [
    ["width", scaled(picture.width)],
    ["height", scaled(picture.height)],
  ];
}

/** Undefined also for one that can't be shown, which is reported where it is published. */
function pictureOf(target: Target | undefined, { context }: RenderEnv): Picture | undefined {
  const picture = target?.kind === "asset" ? context.picture?.(target.file) : undefined;
  return picture?.ok ? picture.value : undefined;
}

function addClass(attributes: Tag["attributes"], name: string): void {
  const known = attributes.find(([key]) => key === "class");
  if (known) known[1] = `${known[1]} ${name}`;
  else attributes.push(["class", name]);
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
