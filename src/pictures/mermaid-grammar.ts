/**
 * Which lines a Mermaid diagram may have. The library that draws passes over what it can't read, and an arrow that is
 * missing from a diagram is a statement too; so each line is held against this first.
 */
import type { DrawingFault } from "../content/drawing.ts";

interface Kind {
  name: string;
  header: RegExp;
  lines: RegExp[];
  /** What opens and what closes a block. */
  opens: RegExp;
  closes: RegExp;
}

const LABEL = '"[^"]*"';
const SHAPES = [
  `\\(\\(\\((?:${LABEL}|[^()"]+)\\)\\)\\)`,
  `\\(\\[(?:${LABEL}|[^\\[\\]"]+)\\]\\)`,
  `\\(\\((?:${LABEL}|[^()"]+)\\)\\)`,
  `\\[\\[(?:${LABEL}|[^\\[\\]"]+)\\]\\]`,
  `\\[\\((?:${LABEL}|[^()\\[\\]"]+)\\)\\]`,
  `\\{\\{(?:${LABEL}|[^{}"]+)\\}\\}`,
  `\\[(?:"[^"\\]]*"|[^\\[\\]"]+)\\]`,
  `\\((?:"[^")]*"|[^()"]+)\\)`,
  `\\{(?:"[^"}]*"|[^{}"]+)\\}`,
].join("|");
const NODE = `[\\w-]+(?:${SHAPES})?`;
const GROUP = `${NODE}(?:\\s*&\\s*${NODE})*`;
const ARROW = "<?(?:-->|-\\.->|==>|---|-\\.-|===)(?:\\|[^|]+\\|)?";
const WORDED_ARROW = "<?(?:--|-\\.|==)\\s+[^\\s-][^>]*?\\s+(?:-->|---|\\.->|-\\.-|==>|===)";
const STATE = "(?:\\[\\*\\]|[\\p{L}\\w-]+)";
const DIRECTION = /^direction\s+(TD|TB|LR|BT|RL)$/;

const KINDS: Kind[] = [
  {
    name: "flowchart",
    header: /^(graph|flowchart)\s+(TD|TB|LR|BT|RL)$/,
    lines: [
      new RegExp(`^${GROUP}(?:\\s*(?:${ARROW}|${WORDED_ARROW})\\s*${GROUP})*$`),
      /^subgraph\s+(?:[\w-]+\s*\[[^[\]]+\]|[^[\]]+)$/,
      /^end$/,
      DIRECTION,
    ],
    opens: /^subgraph\s/,
    closes: /^end$/,
  },
  {
    name: "stateDiagram-v2",
    header: /^stateDiagram(-v2)?$/,
    lines: [
      new RegExp(`^${STATE}\\s*-->\\s*${STATE}(?:\\s*:\\s*\\S.*)?$`, "u"),
      /^state\s+"[^"]+"\s+as\s+[\p{L}\w]+$/u,
      /^state\s+(?:"[^"]+"\s+as\s+)?[\p{L}\w]+\s*\{$/u,
      /^[\p{L}\w-]+\s*:\s*\S.*$/u,
      /^\}$/,
      DIRECTION,
    ],
    opens: /\{$/,
    closes: /^\}$/,
  },
  {
    name: "sequenceDiagram",
    header: /^sequenceDiagram$/,
    lines: [
      /^(participant|actor)\s+\S+(?:\s+as\s+\S.*)?$/,
      /^[^\s:<>-]+\s*(?:--?>>|--?>|--?\)|--?x)\s*[+-]?[^\s:<>-]+\s*:\s*\S.*$/,
      /^Note\s+(left of|right of|over)\s+[^:]+:\s*\S.*$/i,
      /^(loop|alt|opt|par|critical|break)(\s+.*)?$/,
      /^(else|and)(\s+.*)?$/,
      /^end$/,
    ],
    opens: /^(loop|alt|opt|par|critical|break)(\s|$)/,
    closes: /^end$/,
  },
];

/** What looks like HTML is taken for formatting, or left out. */
const MARKUP = /<(?!br\s*\/?>)\/?[a-z]/i;
const COLOURS = /^(style|classDef|class|linkStyle|click|rect)\s/;

/** Everything that would be lost or misread in a drawing of this text. */
export function faultsIn(text: string): DrawingFault[] {
  const lines = text
    .split("\n")
    .map((source, line) => ({ source: source.trim(), line }))
    .filter(({ source }) => source && !source.startsWith("%%"));
  const [first, ...rest] = lines;
  if (!first) return [{ line: 0, message: "is empty" }];
  const kind = KINDS.find(({ header }) => header.test(first.source));
  if (!kind) {
    const message = `begins with "${first.source.slice(0, 40)}", which is no diagram that is drawn here`;
    return [{ line: first.line, message, hint: "flowchart TD, stateDiagram-v2 and sequenceDiagram are" }];
  }
  const unread = rest.filter(({ source }) => MARKUP.test(source) || !kind.lines.some((line) => line.test(source)));
  return unread.length > 0 ? unread.map((line) => faultOf(line, kind)) : unclosed(rest, kind);
}

function faultOf({ source, line }: { source: string; line: number }, { name }: Kind): DrawingFault {
  if (COLOURS.test(source)) {
    return {
      line,
      message: `says "${source.slice(0, 40)}"`,
      hint: "a diagram has the page's own colours; leave it out",
    };
  }
  if (MARKUP.test(source)) {
    return {
      line,
      message: `has markup in "${source.slice(0, 40)}"`,
      hint: "only <br> may stand in a diagram's words",
    };
  }
  return { line, message: `"${source.slice(0, 60)}" is no line of a ${name} that is drawn here` };
}

function unclosed(lines: { source: string; line: number }[], { opens, closes }: Kind): DrawingFault[] {
  const open: number[] = [];
  for (const { source, line } of lines) {
    if (opens.test(source)) open.push(line);
    else if (closes.test(source) && open.pop() === undefined) return [{ line, message: "closes nothing that is open" }];
  }
  return open.map((line) => ({ line, message: "opens a block that never ends" }));
}
