/** Graphviz's attributes that count here: those that say what is drawn and where. Graphviz itself ignores unknown ones. */
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { Reason } from "../../content/problems/problem.ts";

const words = (text: string) => new Set(text.split(" "));

/** Attributes of graphs, nodes and arrows. */
const READ = words(
  "arrowhead arrowsize arrowtail clusterrank comment compound concentrate constraint decorate dim dimen dir Damping epsilon esep fixedsize group headclip headlabel headport height K label labelangle labeldistance labelfloat labeljust labelloc layout len levelsgap lhead ltail maxiter mclimit minlen mindist mode model newrank nodesep normalize nslimit nslimit1 ordering orientation overlap overlap_scaling overlap_shrink pack packmode peripheries quadtree quantum rank rankdir ranksep regular remincross repulsiveforce root rotation samehead sametail searchsize sep shape sides skew distortion smoothing splines start strict style tailclip taillabel tailport voro_margin weight width margin beautify mosek levels nojustify",
);
const LOOKS = words(
  "color fillcolor fontcolor fontname fontnames fontpath fontsize labelfontcolor labelfontname labelfontsize bgcolor pencolor penwidth gradientangle colorscheme charset dpi resolution size ratio viewport rotate landscape center pad page pagedir truecolor showboxes outputorder layer layers layerselect layersep layerlistsep class id stylesheet forcelabels",
);
const LINKS = words(
  "URL href target tooltip headURL headhref headtarget headtooltip tailURL tailhref tailtarget tailtooltip edgeURL edgehref edgetarget edgetooltip labelURL labelhref labeltarget labeltooltip",
);
const PLACES = words(
  "pos pin bb lp head_lp tail_lp xlp rects vertices lwidth lheight samplepoints notranslate inputscale",
);
const STYLES = words("solid dashed dotted bold rounded invis invisible");

/** Undefined for an attribute that is drawn with this value. */
export function attributeReason(name: string, value: string): Reason | undefined {
  if (name === "style") {
    const other = value.split(/[\s,]+/).find((style) => style !== "" && !STYLES.has(style));
    if (other === undefined) return undefined;
    return {
      message: `has the style "${other}"`,
      hint: `${[...STYLES].slice(0, -1).join(", ")} are drawn; a diagram has the page's own colours`,
    };
  }
  if (READ.has(name)) return undefined;
  if (LOOKS.has(name)) return { message: `sets ${name}`, hint: "a diagram has the page's own looks; leave it out" };
  if (LINKS.has(name)) return { message: `has ${name}`, hint: "a diagram has no links; write them in the text" };
  if (PLACES.has(name)) return { message: `has ${name}`, hint: "places are found; leave it out" };
  if (/^image|^shapefile$/.test(name))
    return { message: `has ${name}`, hint: "a diagram has no pictures; leave it out" };
  if (name === "xlabel") return { message: "has xlabel", hint: "write label, headlabel or taillabel" };
  return { message: `has the attribute "${name}", which Graphviz does not know`, hint: didYouMean(name, READ) };
}
