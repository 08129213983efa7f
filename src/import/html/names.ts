/** The names of HTML's elements, and what an import makes of them. */

const set = (names: string) => new Set(names.split(" "));

/** Block elements, which never stand within a paragraph. */
export const BLOCKS = set(
  "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 " +
    "h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul video audio " +
    "caption colgroup x-block x-callout x-note x-figure x-gallery x-break",
);

/** Written as HTML, with Markdown in it. */
export const KEPT_INLINE = set(
  "abbr bdi bdo cite dfn ins kbd mark q ruby rb rp rt rtc samp small sub sup u var meter progress",
);

/** Written under another name. */
export const RENAMED: Readonly<Record<string, string>> = {
  acronym: "abbr",
  big: "span",
  dir: "ul",
  listing: "pre",
  menu: "ul",
  plaintext: "pre",
  strike: "del",
  tt: "code",
  xmp: "pre",
  rtc: "rt",
};

/** The others of HTML, old and new, which go, and whose content stays. */
const UNWRAPPED =
  "address article basefont blink body button center data dialog fieldset font footer form head header hgroup html label legend main " +
  "marquee multicol nav nobr noembed noframes noscript output picture portal rb search section slot spacer span summary time title";

/** Those that have a meaning in what an import makes of them, or none without a program. */
const OTHERS =
  "a applet area aside audio b base bdo bgsound blockquote br canvas caption code col colgroup command content datalist dd del " +
  "details div dl dt em embed fencedframe figcaption figure frame frameset h1 h2 h3 h4 h5 h6 hr i iframe image img input isindex " +
  "keygen legend li link map math meta nextid object ol optgroup option p param pre s script select shadow " +
  "source strong style sub svg table tbody td template textarea tfoot th thead tr track ul video wbr";

const KNOWN = new Set([...BLOCKS, ...KEPT_INLINE, ...Object.keys(RENAMED), ...set(UNWRAPPED), ...set(OTHERS)]);

/** True for a name that HTML has or had. */
export function isKnown(name: string): boolean {
  return KNOWN.has(name) && !name.startsWith("x-");
}
