/** Diagrams of any content, each with several spellings of its text that say the same. */
import fc from "fast-check";

export interface FlowchartModel {
  direction: string;
  nodes: { id: string; words: string }[];
  edges: {
    from: string;
    to: string;
    words: string;
    stroke: "solid" | "dotted" | "thick";
    tail: string;
    head: string;
  }[];
  /** Ids of nodes in a subgraph, if there is one. */
  grouped: string[];
}

/** How the same thing is written: drawn anew for each place where there is a choice. */
type Choose = (choices: number) => number;

const WORD = fc.constantFrom(
  ...'row lock R&D <b 5>3 "so" #1 a;b Łódź x=y f(x) [1] {2} | it\'s 100% end -- ==> naïve → 数 v1.2 `x` subgraph'.split(
    " ",
  ),
);
const words = fc.array(WORD, { minLength: 1, maxLength: 3 }).map((list) => list.join(" "));

export const flowchart: fc.Arbitrary<FlowchartModel> = fc
  .record({
    direction: fc.constantFrom("TD", "TB", "LR", "BT", "RL"),
    names: fc.uniqueArray(words, { minLength: 2, maxLength: 6 }),
    edges: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        words: fc.option(words, { nil: "" }),
        stroke: fc.constantFrom("solid" as const, "dotted" as const, "thick" as const),
        head: fc.constantFrom("none", "arrow", "circle", "cross"),
        isBoth: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    grouped: fc.nat({ max: 2 }),
  })
  .map(({ direction, names, edges, grouped }) => {
    const nodes = names.map((text, index) => ({ id: `n${index}`, words: `${index} ${text}` }));
    const idAt = (place: number) => nodes[place % nodes.length]?.id ?? "";
    return {
      direction,
      nodes,
      edges: edges.map(({ from, to, isBoth, ...edge }, index) => ({
        ...edge,
        from: idAt(from),
        to: idAt(to),
        words: edge.words && `e${index} ${edge.words}`,
        tail: isBoth ? edge.head : "none",
      })),
      grouped: nodes.slice(0, grouped).map(({ id }) => id),
    };
  });

const START: Record<string, string> = { none: "", arrow: "<", circle: "o", cross: "x" };
const LINE = { solid: ["--", "-", "--"], dotted: ["-.", "", "-.-"], thick: ["==", "=", "=="] } as const;

/** The text of a flowchart, written by the choices that it is given. */
export function spellFlowchart({ direction, nodes, edges, grouped }: FlowchartModel, choose: Choose): string {
  const end = () => [";\n", "\n", " ;\n  ", "\n%% a remark --> x\n"][choose(4)] ?? "\n";
  const space = () => ["", " ", "  "][choose(3)] ?? "";
  const node = ({ id, words }: FlowchartModel["nodes"][number]) => `${id}[${space()}"${escaped(words)}"${space()}]`;
  const inGroup = nodes.filter(({ id }) => grouped.includes(id));
  const others = nodes.filter(({ id }) => !grouped.includes(id));
  const group =
    inGroup.length > 0 ? `subgraph g["the group"]${end()}${inGroup.map(node).join(end())}${end()}end${end()}` : "";
  const arrows = edges.map((edge) => `${edge.from}${spellArrow(edge, choose)}${edge.to}`);
  return `${["graph", "flowchart"][choose(2)]} ${direction}${end()}${group}${others.map(node).join(end())}${end()}${arrows.join(end())}`;
}

function spellArrow({ words, stroke, tail, head }: FlowchartModel["edges"][number], choose: Choose): string {
  const space = () => ["", " ", "  "][choose(3)] ?? "";
  const longer = stroke === "dotted" ? "" : (LINE[stroke][1].repeat(choose(3)) ?? "");
  const tip = { none: stroke === "dotted" ? "" : LINE[stroke][1], arrow: ">", circle: "o", cross: "x" }[head] ?? "";
  const close = stroke === "dotted" ? `${".".repeat(choose(2))}.-` : LINE[stroke][0] + longer;
  // An o or an x would be the end of the name before it, or the beginning of an arrow's end.
  const open = START[tail] ? ` ${START[tail]}` : space();
  if (words && choose(2) === 0) {
    return `${open}${stroke === "dotted" ? "-." : LINE[stroke][0]}${space()}"${escaped(words)}"${space()}${close}${tip}${space()}`;
  }
  const whole = stroke === "dotted" ? `-${close}` : close;
  return `${open}${whole}${tip}${words ? `${space()}|${space()}"${escaped(words)}"${space()}|` : ""}${space()}`;
}

/** In quotes all but a quotation mark, markup and what entities are made of may stand as it is. */
function escaped(words: string): string {
  return words
    .replace(/[#&]/g, (sign) => (sign === "#" ? "#35;" : "&amp;"))
    .replace(/"/g, "#quot;")
    .replace(/</g, "&lt;")
    .replace(/\|/g, "#124;")
    .replace(/`/g, "#96;");
}

export interface SequenceModel {
  participants: { id: string; words: string }[];
  messages: { from: number; to: number; words: string; dashed: boolean; head: "none" | "filled" | "open" | "cross" }[];
  notes: { before: number; of: number; words: string }[];
}

export const sequence: fc.Arbitrary<SequenceModel> = fc.record({
  participants: fc
    .uniqueArray(words, { minLength: 2, maxLength: 5 })
    .map((names) => names.map((text, index) => ({ id: `p ${index}`, words: `${index} ${text}` }))),
  messages: fc.array(
    fc.record({
      from: fc.nat({ max: 1 }),
      to: fc.nat({ max: 1 }),
      words,
      dashed: fc.boolean(),
      head: fc.constantFrom("none" as const, "filled" as const, "open" as const, "cross" as const),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  notes: fc.array(fc.record({ before: fc.nat({ max: 6 }), of: fc.nat({ max: 1 }), words }), { maxLength: 3 }),
});

const SIGNS = { none: [">", ""], filled: [">>", ""], open: [")", ""], cross: ["x", ""] } as const;

export function spellSequence({ participants, messages, notes }: SequenceModel, choose: Choose): string {
  const space = () => ["", " "][choose(2)] ?? "";
  const id = (place: number) => participants[place]?.id ?? "";
  const noted = (index: number) =>
    notes
      .filter(({ before }) => before === index)
      .map(({ of, words }) => `${["Note", "note"][choose(2)]} over ${id(of)}${space()}:${space()}${spoken(words)}`);
  return [
    "sequenceDiagram",
    ...participants.map(({ id, words }) => `participant ${id} as ${spoken(words)}`),
    ...messages.flatMap(({ from, to, words, dashed, head }, index) => [
      ...noted(index),
      `${id(from)}${space()}${dashed ? "--" : "-"}${SIGNS[head][0]}${space()}${id(to)}${space()}:${space()}${spoken(words)}${["", ";"][choose(2)]}`,
    ]),
    ...Array.from({ length: 7 }, (_, index) => (index >= messages.length ? noted(index) : [])).flat(),
  ].join("\n");
}

function spoken(words: string): string {
  return escaped(words).replace(/(?<!&\w+|#\w+);/g, "#59;");
}
