/** Samples that are proven: each is noted, so that it can be run, and is followed by its outcome. */
import type { StateCore, Token } from "markdown-it";
import type { Heading } from "../../content/body.ts";
import { by } from "../../content/problems/rule.ts";
import { outcomeText } from "../../content/samples/outcome-text.ts";
import { proofOf, type SamplePlace } from "../../content/samples/proof.ts";
import { type DigestedSample, digestOf } from "../../content/samples/sample.ts";
import { readTimeline, timelineProblems } from "../../content/samples/timeline.ts";
import type { Outcome } from "../../content/samples/transcript.ts";
import { type Speech, speakerOf } from "../../content/words/words.ts";
import { checkMarks, readColours, titleOfToken } from "../code.ts";
import { type Extension, envOf, noteProblem, type RenderEnv, speechIn } from "../extension.ts";
import type { FenceInfo } from "../fence.ts";
import { fenceOf } from "../fence-of.ts";
import { headingKey } from "../headings.ts";
import { titleOf } from "../listing-title.ts";
import type { Medium } from "../medium.ts";
import { isSession } from "../sessions.ts";
import { tokenKey } from "../token-key.ts";
import { tokenAt } from "../tokens.ts";
import { SILENT } from "../words-of-tokens.ts";
import { cutSampleHtml } from "./cut-sample.ts";
import { elsewhereIn, elsewhereOf, elsewhereText } from "./elsewhere.ts";
import { knownOf } from "./known-sample.ts";
import { outcomeHtml, type Shown, shownKey } from "./outcomes.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { sampleOfFence } from "./sample-of-fence.ts";
import { readSource } from "./sources.ts";
import { timelineHtml } from "./timelines.ts";
import { wholeBlockOf } from "./whole-code.ts";

export const samples: Extension = {
  parse: (md) => md.core.ruler.push("samples", takeSamples),
  page: {
    outcome: (tokens, index, _options, env) => outcomeHtml(shownKey.need(tokens[index]), "page", speechIn(env)),
    pieces: (tokens, index, _options, env) => cutHtml(tokens[index], "page", speechIn(env)),
    timeline: (tokens, index, _options, env) =>
      timelineHtml(tokenAt(tokens, index).content, shownKey.need(tokens[index]), "page", speechIn(env)),
  },
  feed: {
    outcome: (tokens, index, _options, env) => outcomeHtml(shownKey.need(tokens[index]), "feed", speechIn(env)),
    pieces: (tokens, index, _options, env) => cutHtml(tokens[index], "feed", speechIn(env)),
    timeline: (tokens, index, _options, env) =>
      timelineHtml(tokenAt(tokens, index).content, shownKey.need(tokens[index]), "feed", speechIn(env)),
  },
  text: { outcome: SILENT, pieces: titleOfToken, timeline: titleOfToken },
  code: { pieces: ({ content }) => content, timeline: ({ content }) => content },
};

const piecesKey = tokenKey<Piece[]>("pieces");

function cutHtml(token: Token | undefined, medium: Medium, speech: Speech): string {
  return cutSampleHtml(piecesKey.need(token), shownKey.need(token).elsewhere ?? [], fenceOf(token), medium, speech);
}

function takeSamples(state: StateCore): void {
  const env = envOf(state.env);
  let digest = "";
  let heading: Heading | undefined;
  const places: SamplePlace[] = [];
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    heading = headingKey.get(token) ?? heading;
    if (token.type !== "fence") return [token];
    const info = fenceOf(token);
    const source = readSource(token, info, env);
    readColours(token, env);
    checkMarks(token, info, env);
    env.notes.blocks.push(wholeBlockOf(token, info));
    noteFence(token, info, source.code, env);
    if (!info.flags.has("proof")) return [token];
    const sample = sampleOfFence(token, info, source.code, env);
    if (!sample) return [token];
    digest = digestOf(sample, digest);
    places.push(placeOf(info, source.code, heading));
    return proven(state, token, { info, sample: { ...sample, digest }, goesOn: goesOn(tokens.slice(index + 1)) });
  });
  const { notes, context } = env;
  const surplus = (context.transcript?.samples.length ?? 0) - notes.samples.length;
  if (surplus > 0 && context.needsTranscript) {
    const { original } = context;
    if (original)
      noteProblem(env, "proof", 0, `has fewer samples than ${original}, which it translates`, "add the others");
    else noteProblem(env, "proof", 0, "the page has fewer samples than were proven", "run npm run prove");
  }
  if (notes.samples.length > 0 && context.transcript) {
    notes.proof = proofOf(context.transcript, places);
  }
}

/** A sample without a title is known by the heading above it, or else by how its code begins. */
function placeOf({ values }: FenceInfo, code: string, heading: Heading | undefined): SamplePlace {
  const name = values.title ?? values.file ?? heading?.text ?? code.trim().split("\n")[0] ?? "";
  return { name, ...(heading && { anchor: heading.id }) };
}

interface TakenSample {
  info: FenceInfo;
  sample: DigestedSample;
  /** Whether the next sample of the page has what this one left. */
  goesOn: boolean;
}

function goesOn(after: Token[]): boolean {
  const next = after.filter(({ type }) => type === "fence").find((token) => fenceOf(token).flags.has("proof"));
  return next !== undefined && !fenceOf(next).flags.has("fresh");
}

/** The fence followed by its outcome, its pieces with theirs, a timeline in its place, or nothing if it is hidden. */
function proven(state: StateCore, token: Token, { info, sample, goesOn }: TakenSample): Token[] {
  const { flags } = info;
  const env = envOf(state.env);
  const known = knownOf(sample, token, env);
  env.notes.samples.push(sample);
  const names = [info.values.title, info.values.file, info.label].filter((name) => name !== undefined);
  env.notes.proven.push({ names, known });
  if (flags.has("hidden")) return [];
  const outcome = known && (goesOn ? known.outcome : asLast(known.outcome));
  const elsewhere = elsewhereOf(sample, known, speakerOf(speechIn(env)));
  const shown: Shown = { outcome, elsewhere, title: titleOf(info), label: info.label, classes: info.classes };
  if (sample.timeline) {
    token.type = "timeline";
    shownKey.set(token, shown);
  }
  // Its outcome is not shown, except where another version differs.
  if (flags.has("setup") && elsewhere.length === 0) return [token];
  if (flags.has("setup")) shown.outcome = outcome && {};
  const pieces = known && !flags.has("setup") ? piecesOf(token.content, known) : [];
  if (pieces.length > 1) {
    token.type = "pieces";
    shownKey.set(token, shown);
    piecesKey.set(token, pieces);
  }
  noteParts(token, shown, pieces, env);
  if (token.type !== "fence") return [token];
  const result = new state.Token("outcome", "", 0);
  result.block = true;
  shownKey.set(result, shown);
  return [token, result];
}

/** Without the mark of the outcome that later samples continue from, since there are none. */
function asLast({ races, ...outcome }: Outcome): Outcome {
  if (!races) return outcome;
  return { ...outcome, races: races.map(({ continues: _, ...race }) => race) };
}

/** For the page's Markdown. */
function noteParts(
  { type, content }: Token,
  { outcome, elsewhere = [] }: Shown,
  pieces: Piece[],
  env: RenderEnv,
): void {
  const { notes } = env;
  const speak = speakerOf(speechIn(env));
  const block = notes.blocks.at(-1);
  if (!block || !outcome) return;
  block.parts =
    type === "pieces"
      ? pieces.map(({ code, results, places }, index) => {
          const others = elsewhereIn(elsewhere, places, index === pieces.length - 1);
          return { code, outcome: outcomeText({ results }, speak) + elsewhereText(others, speak) };
        })
      : [{ code: content, outcome: outcomeText(outcome, speak) + elsewhereText(elsewhere, speak) }];
}

/** What can be read without being run is read later: see `checks/syntax.ts`. */
function noteFence({ map }: Token, { language, flags, lines }: FenceInfo, code: string, env: RenderEnv): void {
  const { context, notes } = env;
  if (flags.has("fragment") || isSession(code, language)) return;
  const line = context.firstLine + (map?.[0] ?? 0) + 1;
  if (!flags.has("timeline")) {
    const removed = [...lines].flatMap(([at, kind]) => (kind === "del" ? [at] : []));
    notes.fences.push({ file: context.file, line, language: language.toLowerCase(), code, removed });
    return;
  }
  notes.problems.push(...by("proof", timelineProblems(code, { file: context.file, line })));
  for (const { session, text, line: at } of readTimeline(code)) {
    if (session && text) notes.fences.push({ file: context.file, line: line + at, language: "sql", code: text });
  }
}
