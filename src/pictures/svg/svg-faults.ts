/** Refuses elements and attributes of SVG that run code or load something from elsewhere. */
import type { Reason } from "../../content/problems/problem.ts";
import type { SvgAttribute, SvgElement } from "./svg-elements.ts";
import { loadedBy } from "./svg-styles.ts";

/** Of any version of SVG. */
const ACTIVE = new Set("script handler listener iframe object embed audio video animation canvas".split(" "));
/** For text in `<foreignObject>`, as draw.io, Mermaid and D2 write it. */
const HTML_TEXT = new Set(
  (
    "html body div span p br b i u s em strong small sub sup font code pre kbd samp var tt mark del ins strike big abbr cite q " +
    "center blockquote hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr td th a style " +
    "label section article header footer figure figcaption wbr address time ruby rt rp bdi bdo"
  ).split(" "),
);
/** Elements that show an image, in which no code runs. */
const WITH_IMAGE = new Set(["image", "feImage"]);
/** Browsers do not support them. */
const NOT_LOADED = new Set(["color-profile"]);
const IMAGE_IN_FILE = /^(#|data:image\/)/i;
/** Links work only when the file itself is opened. */
const LINK_SCHEME = /^(https?|mailto|tel):/i;
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Attributes of HTML that load or send something. */
const LOADING =
  /^(background|src|srcset|poster|data|action|formaction|ping|manifest|archive|classid|codebase|longdesc)$/i;
/** Attributes that are never parsed as CSS. */
const NO_STYLE = /^(id|class|d|points|content|title|name|label|alt|lang|href|(data|aria)-.*)$/i;
/** CSS that loads something contains one of these. */
const MAY_LOAD = /[(@\\]/;

/** Undefined for a harmless element. */
export function elementFault(element: SvgElement): Reason | undefined {
  const { namespace, name, attributes } = element;
  const isRefused = namespace === "svg" ? ACTIVE.has(name.toLowerCase()) : namespace === "html" && !HTML_TEXT.has(name);
  if (isRefused) return { message: `has a <${name}>, which a picture may not`, hint: "save it as plain SVG" };
  for (const attribute of attributes) {
    const fault = attributeFault(element, attribute);
    if (fault) return fault;
  }
  return undefined;
}

function attributeFault(element: SvgElement, { name, isPrefixed, value }: SvgAttribute): Reason | undefined {
  if (name === "href") return addressFault(element, addressIn(value));
  if (isPrefixed) return name === "base" && value ? { message: "has an xml:base", hint: "leave it out" } : undefined;
  // Browsers ignore the attributes of editors' elements.
  if (element.namespace === "other") return undefined;
  if (/^on/i.test(name)) return { message: `has a handler, ${name}`, hint: "save it as plain SVG" };
  if (name === "attributeName" && /href|^on/i.test(value.trim()))
    return { message: "animates an address", hint: "leave that out" };
  if (element.namespace === "html" && LOADING.test(name) && !IMAGE_IN_FILE.test(addressIn(value)))
    return otherFile(value);
  const loaded = !NO_STYLE.test(name) && MAY_LOAD.test(value) ? loadedBy(value) : undefined;
  return loaded === undefined ? undefined : otherFile(loaded);
}

function addressFault({ namespace, name }: SvgElement, address: string): Reason | undefined {
  if (address === "" || address.startsWith("#") || NOT_LOADED.has(name)) return undefined;
  if (name === "a" || namespace === "other") {
    if (!ANY_SCHEME.test(address) || LINK_SCHEME.test(address)) return undefined;
    return { message: "has a link that may run something", hint: "link to http or https" };
  }
  if (namespace === "svg" && WITH_IMAGE.has(name) && IMAGE_IN_FILE.test(address)) return undefined;
  return otherFile(address);
}

/** Normalized as URL parsers do. */
function addressIn(value: string): string {
  return value.replace(/^[\p{Cc} ]+|[\p{Cc} ]+$|[\t\n\r]/gu, "");
}

function otherFile(address: string): Reason {
  const hint = "embed it in the file: browsers load nothing else for a picture";
  return { message: `refers to another file, ${address.slice(0, 80)}`, hint };
}
