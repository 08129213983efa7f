/**
 * Liquid, rendered with the blog's own includes and data by liquidjs, which reads no file and stops at limits. Tags that it does not know
 * are replaced as those of other engines are. Where it can't read a text at all, known tags are replaced one by one.
 */
import type { Context, Emitter, Liquid as Engine, TagToken as LiquidToken, TopLevelToken } from "liquidjs";
import { optional } from "../optional.ts";
import type { SourcePlace } from "../source-site.ts";
import { readArguments } from "./arguments.ts";
import { replaceNunjucksTags } from "./nunjucks-tags.ts";
import { oneLine, replaceTag, type TagReplacer } from "./tags.ts";

const TAG_NAME = /\{%-?\s*(\w[\w-]*)/g;
const LIMITS = { parseLimit: 5_000_000, renderLimit: 2_000, memoryLimit: 50_000_000 };
/** Loops over all posts would give each of them the text of all. */
const WHOLE_SITE = /\{%-?\s*for\s+\w+\s+in\s+(?:site|collections)\.(?!data\b)\w+/;

/** What else asks about all posts: a number of them, or a condition. */
const OF_WHOLE_SITE =
  /\{[{%](?:(?!\}\}|%\})[\s\S])*?\b(?:site\.(?:posts|pages|tags|categories|related_posts)|collections\.\w+)\b[\s\S]*?[%}]\}/g;

export interface LiquidOptions {
  /** Texts of includes, by the names under which they are included. */
  readonly templates: Readonly<Record<string, string>>;
  /** `{% include name.html a=b %}`, as Jekyll writes it. */
  readonly jekyllInclude: boolean;
  /** Filters of the engine, such as Eleventy's `url`. */
  readonly filters: Readonly<Record<string, (value: unknown, ...args: unknown[]) => unknown>>;
}

export interface LiquidRenderer {
  /** `data` are the names that a template may use, such as `page` and `site`. */
  render(text: string, data: object, place: SourcePlace, replacer: TagReplacer): string;
}

export async function liquidRenderer(options: LiquidOptions): Promise<LiquidRenderer> {
  const { Liquid, Tag, Value } = await optional(() => import("liquidjs"));
  let current: { place: SourcePlace; replacer: TagReplacer } | undefined;
  const engine = new Liquid({
    ...LIMITS,
    templates: { ...options.templates },
    jekyllInclude: options.jekyllInclude,
    dynamicPartials: !options.jekyllInclude,
    ownPropertyOnly: true,
    strictFilters: false,
    strictVariables: false,
    jsTruthy: false,
    globals: {},
    cache: false,
  });
  for (const [name, filter] of Object.entries(options.filters)) engine.registerFilter(name, filter);
  const known = new Set(Object.keys(engine.tags));
  /** Tags with a body: those that a template, or the text itself, closes somewhere. */
  let closing = new Set<string>();

  /** A tag of another plugin or of the site: its body is rendered, and it is replaced. */
  class OtherTag extends Tag {
    readonly written: string;
    readonly argumentText: string;
    readonly line: number;
    readonly body: ReturnType<Engine["parser"]["parse"]> | undefined;

    constructor(token: LiquidToken, rest: TopLevelToken[], liquid: Engine, parser: Engine["parser"]) {
      super(token, rest, liquid);
      this.written = token.getText();
      this.argumentText = token.args;
      this.line = token.getPosition()[0] ?? 1;
      if (!closing.has(token.name)) return;
      const body: ReturnType<Engine["parser"]["parse"]> = [];
      while (rest.length > 0) {
        const next = rest.shift();
        if (!next) break;
        if ("name" in next && next.name === `end${token.name}`) break;
        body.push(parser.parseToken(next, rest));
      }
      this.body = body;
    }

    override *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
      const body = this.body ? String(yield this.liquid.renderer.renderTemplates(this.body, context)) : undefined;
      const read = readArguments(this.argumentText);
      const named: Record<string, string> = {};
      for (const [name, value] of Object.entries(read.named)) named[name] = value;
      const positional: string[] = [];
      for (const value of read.positional) positional.push(this.argumentOf(value, context));
      if (!current) return;
      const place = { ...current.place, line: (current.place.line ?? 1) + this.line - 1 };
      emitter.write(
        replaceTag({ name: this.name, positional, named, body, written: this.written }, place, current.replacer),
      );
    }

    /** `{% link page.url %}` has a name of the data for an argument. */
    private argumentOf(text: string, context: Context): string {
      if (this.argumentText.includes(`"${text}"`) || this.argumentText.includes(`'${text}'`)) return text;
      if (!/^[a-z_]\w*(\.\w+)*$/i.test(text)) return text;
      try {
        const value: unknown = new Value(text, this.liquid).value(context, false).next().value;
        return typeof value === "string" || typeof value === "number" ? String(value) : text;
      } catch {
        return text;
      }
    }
  }

  const prepare = (text: string) => {
    const closed = new Set<string>();
    for (const [, name = ""] of text.matchAll(TAG_NAME)) {
      if (known.has(name)) continue;
      if (name.startsWith("end") && name.length > 3) {
        closed.add(name.slice(3));
        continue;
      }
      if (/^(else|elsif|elif|when|break|continue)$/.test(name)) continue;
      if (!engine.tags[name]) engine.registerTag(name, OtherTag);
    }
    return closed;
  };
  const closedByTemplates = new Set(Object.values(options.templates).flatMap((template) => [...prepare(template)]));

  return {
    render(given, data, place, replacer) {
      if (!/\{[{%]/.test(given)) return given;
      const leave = (was: string, now: string) =>
        replacer.left.push({ ...place, construct: "template", outcome: "left", was: oneLine(was), now });
      const text = withoutLoops(withUnclosedAsText(given), (loop) => leave(loop, "nothing: a list of the whole site"));
      for (const [written] of text.matchAll(OF_WHOLE_SITE)) leave(written, "what a site without posts would show");
      closing = new Set([...closedByTemplates, ...prepare(text)]);
      current = { place, replacer };
      const before = replacer.left.length;
      try {
        return asWritten(String(engine.parseAndRenderSync(text, data)));
      } catch (error) {
        replacer.left.length = before;
        leave(
          error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error),
          "its known tags one by one",
        );
        return asWritten(replaceNunjucksTags(text, place, replacer, { inCode: true }));
      }
    },
  };
}

/** Without the loops over all posts, each with its content. */
function withoutLoops(text: string, onLoop: (written: string) => void): string {
  let out = text;
  for (let match = WHOLE_SITE.exec(out); match; match = WHOLE_SITE.exec(out)) {
    onLoop(match[0]);
    const ends = /\{%-?\s*(for\b|endfor)[\s\S]*?%\}/g;
    ends.lastIndex = match.index + match[0].length;
    let depth = 1;
    let end = out.length;
    for (let tag = ends.exec(out); tag; tag = ends.exec(out)) {
      depth += tag[1] === "endfor" ? -1 : 1;
      if (depth > 0) continue;
      end = tag.index + tag[0].length;
      break;
    }
    out = out.slice(0, match.index) + out.slice(end);
  }
  return out;
}

/** Stand for the marks of a tag that never ends. */
const OPEN = { "{%": "\uE0F1", "{{": "\uE0F2" };

function withUnclosedAsText(text: string): string {
  return text
    .replace(/\{%(?!(?:(?!\{%)[\s\S])*?%\})/g, OPEN["{%"])
    .replace(/\{\{(?!(?:(?!\{\{)[\s\S])*?\}\})/g, OPEN["{{"]);
}

function asWritten(text: string): string {
  return text.replaceAll(OPEN["{%"], "{%").replaceAll(OPEN["{{"], "{{");
}
