/** The directives that every site has. */
import { z } from "zod";
import { type Directive, type Directives, directive } from "../../content/directive.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { marksOf } from "../marks.ts";
import { asides } from "./asides.ts";

const Nothing = z.strictObject({});
/** Of something that a reader opens. */
const Open = z.strictObject({ open: z.literal(true, { error: 'is written "open", without a value' }).optional() });
const Synchronised = z.strictObject({
  /** Tabs with the same word show the same label, on every page. */
  sync: z
    .string({ error: 'is written sync="a word"' })
    .regex(/^[\w-]+$/, { error: "is one word" })
    .optional(),
});
/** Of a figure with an id such as `fig-queue`. */
const Numbered = z.strictObject({
  numbered: z.literal(true, { error: 'is written "numbered", without a value' }).optional(),
});
const Title = z.strictObject({ title: z.string({ error: "says what the letters stand for" }).min(1) });

const TABS: Directive<z.infer<typeof Synchronised>> = {
  ...{ form: "container", label: "none", attributes: Synchronised },
  page: (use) => ({
    open: `<div${marksOf(use, ["tabs"])} data-tabs="${escapeMarkup(use.attributes.sync ?? "")}">\n`,
    close: "</div>\n",
  }),
  feed: () => ({ open: "", close: "" }),
};

export const BUILT_IN: Directives = {
  ...asides,
  details: directive({
    ...{ form: "container", label: "needed", attributes: Open },
    page: (use) => ({
      open: `<details${marksOf(use)}${use.attributes.open ? " open" : ""}>\n<summary>${use.label}</summary>\n`,
      close: "</details>\n",
    }),
  }),
  tabs: directive({ ...TABS, only: "tab" }),
  "code-group": directive({ ...TABS, only: "fence" }),
  tab: directive({
    ...{ form: "container", label: "needed", attributes: Nothing, within: "tabs" },
    page: (use) => ({
      open: `<section${marksOf(use, ["tab"])}>\n<p class="label">${use.label}</p>\n`,
      close: "</section>\n",
    }),
    feed: ({ label }) => ({ open: `<p><strong>${label}</strong></p>\n`, close: "" }),
  }),
  figure: directive({
    ...{ form: "container", label: "possible", attributes: Numbered, pictures: "bare" },
    page: (use) => ({ open: `<figure${marksOf(use)}>\n`, close: `${captionOf(use)}</figure>\n` }),
  }),
  gallery: directive({
    ...{ form: "container", label: "possible", attributes: Numbered, pictures: "gallery" },
    page: (use) => ({
      open: `<figure${marksOf(use, ["gallery"])}>\n<div>\n`,
      close: `</div>\n${captionOf(use)}</figure>\n`,
    }),
    feed: (use) => ({ open: "", close: use.label ? `<p>${use.label}</p>\n` : "" }),
  }),
  columns: directive({
    ...{ form: "container", label: "none", attributes: Nothing, only: "column" },
    page: (use) => ({ open: `<div${marksOf(use, ["columns"])}>\n`, close: "</div>\n" }),
    feed: () => ({ open: "", close: "" }),
  }),
  column: directive({
    ...{ form: "container", label: "none", attributes: Nothing, within: "columns" },
    page: (use) => ({ open: `<div${marksOf(use)}>\n`, close: "</div>\n" }),
    feed: () => ({ open: "", close: "" }),
  }),
  kbd: directive({
    ...{ form: "text", label: "needed", attributes: Nothing },
    page: (use) => ({ open: `<kbd${marksOf(use)}>`, close: "</kbd>" }),
  }),
  abbr: directive({
    ...{ form: "text", label: "needed", attributes: Title },
    page: (use) => ({ open: `<abbr${marksOf(use)} title="${escapeMarkup(use.attributes.title)}">`, close: "</abbr>" }),
  }),
};

function captionOf({ label }: { label: string }): string {
  return label ? `<figcaption>${label}</figcaption>\n` : "";
}
