/** Asides: `:::note[Title]`, `:::warning{fold}`. `callouts.ts` makes the same of GitHub's `> [!NOTE]`. */
import { z } from "zod";
import { type Directive, type Directives, type DirectiveUse, directive, type Tags } from "../../content/directive.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import type { PlainKey } from "../../content/words/plurals.ts";
import { say } from "../../content/words/words.ts";
import { marksOf } from "../marks.ts";

/** What each name is called on the page; some engines have two names for one kind. */
const KINDS = {
  note: "note",
  info: "note",
  tip: "tip",
  important: "important",
  warning: "warning",
  caution: "caution",
  danger: "caution",
} as const satisfies Record<string, PlainKey>;

/** Of an aside that a reader opens: `{fold}`, or `{fold=open}` for one that is open at first. */
const Attributes = z.strictObject({
  fold: z
    .union([z.literal(true), z.enum(["closed", "open"])], { error: 'is written "fold" or "fold=open"' })
    .transform((value) => (value === true ? "closed" : value))
    .optional(),
});
type Attributes = z.infer<typeof Attributes>;

export const ASIDE_NAMES = Object.keys(KINDS);

export const asides: Directives = Object.fromEntries(
  Object.entries(KINDS).map(([name, kind]): [string, Directive] => [
    name,
    directive({
      ...{ form: "container", label: "possible", attributes: Attributes },
      page: (use) => onPage(kind, use),
      feed: (use) => inFeed(kind, use),
    }),
  ]),
);

function onPage(kind: PlainKey, use: DirectiveUse<Attributes>): Tags {
  const { text, lang } = say(use.speech, kind);
  const language = lang ? ` lang="${lang}"` : "";
  const kindOf = use.label && language ? `<span${language}>${escapeMarkup(text)}</span>` : escapeMarkup(text);
  const words = use.label ? `${kindOf} · <b>${use.label}</b>` : kindOf;
  const marks = marksOf(use, ["callout", kind]);
  const spoken = use.label ? "" : language;
  if (use.attributes.fold) {
    const open = use.attributes.fold === "open" ? " open" : "";
    return {
      open: `<details${marks}${open}>\n<summary class="label"${spoken}>${words}</summary>\n`,
      close: "</details>\n",
    };
  }
  return {
    open: `<div${marks} role="note" aria-label="${escapeMarkup(text)}">\n<p class="label"${spoken}>${words}</p>\n`,
    close: "</div>\n",
  };
}

function inFeed(kind: PlainKey, { speech, label }: DirectiveUse<Attributes>): Tags {
  const words = [escapeMarkup(say(speech, kind).text), label].filter(Boolean).join(" · ");
  return { open: `<blockquote>\n<p><strong>${words}</strong></p>\n`, close: "</blockquote>\n" };
}
