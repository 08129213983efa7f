/**
 * Rules: what problems and warnings are called, for programs and for the baseline of accepted problems. Names stay. The table is
 * also that of docs/rules.md.
 */

interface RuleRow {
  /** What it refuses, or warns of. */
  readonly says: string;
  /**
   * What a page shows in place of an old problem that was accepted. Without it the rule can't be accepted: security, privacy,
   * text that would be lost, and what no page could be made of.
   */
  readonly shows?: string;
  /** What `check --fix` corrects, where only one correction is right. */
  readonly fixes?: string;
}

export const RULES = {
  // What a page can be shown with.
  "empty-text": { says: "A text that is no draft has nothing after its front matter.", shows: "the title alone" },
  "link-anchor": {
    says: "A link leads to an anchor that its page does not have.",
    shows: "the link, to the page's top",
    fixes: "an anchor with a typo, or in another case",
  },
  "link-moved": {
    says: "A link leads to an address that redirects.",
    shows: "the link, which is led on",
    fixes: "the old path, which becomes the new one",
  },
  "link-target": {
    says: "A link leads to a page or a file that is not there.",
    shows: "a link to a path as it is; of a file's name, the text alone",
    fixes: "a path or a file's name with a typo, or in another form",
  },
  "link-external": { says: "`--external`: another site no longer has what is linked to.", shows: "the link" },
  "picture-alt": { says: "A picture has no alternative text.", shows: 'the picture, with `alt=""`' },
  "picture-target": {
    says: "A picture's file is not there, or is a page.",
    shows: "its alternative text",
    fixes: "a file's name, likewise",
  },
  "recording-captions": {
    says: "A film or a sound in which somebody may speak has no captions and no transcript.",
    shows: "it, without them",
  },
  "sample-syntax": { says: "A code block is not in the language that it names.", shows: "the code, like a `fragment`" },
  "code-info": {
    says: "A word behind a code block's language means nothing here.",
    shows: "the code without what the word asks for",
    fixes: "lines, numbers and titles as other engines write them: `{1,3}`, `ins={2}`, `showLineNumbers`",
  },
  "code-end": { says: "A code block is never closed.", shows: "all that follows it, as code" },
  "html-element": {
    says: "An element is for looks alone, or was taken out of HTML: `font`, `center`.",
    shows: "its content",
  },
  "html-attribute": {
    says: "An attribute is not known here, or is for looks alone: `align`, `style`.",
    shows: "the element without it",
  },
  syntax: {
    says: "A mark of another Markdown is shown literally.",
    shows: "the mark",
    fixes: "`::: note Title`, with a space",
  },
  callout: { says: "A callout is of an unknown kind.", shows: "a quotation", fixes: "a kind with a typo" },
  formula: { says: "A formula can't be set.", shows: "its TeX" },
  diagram: { says: "A diagram can't be drawn, or has no title.", shows: "its text" },
  "tag-spelling": {
    says: "A tag is spelled in two ways.",
    shows: "both spellings; their page has the first one's name",
  },
  translation: {
    says: "A translation is of nothing, of a draft, or into a language that has one already.",
    shows: "it, as a text of its own",
  },
  label: {
    says: "A figure, table, listing or equation is referred to that is not there, or has an id that can't be had.",
    shows: "the id that was written",
  },
  attributes: {
    says: "`{#id .class}` stands below nothing that can have it, or has another word in it.",
    shows: "the block without it",
  },
  citation: { says: "A citation's key is not known, or its work lacks what every citation says.", shows: "the key" },
  reference: {
    says: "A key names an entry that is not there.",
    shows: "the others",
    fixes: "a name with a typo, or in another form",
  },
  // Security and privacy.
  "html-forbidden": { says: "HTML could run or load something: a script, a frame, a form, a handler." },
  "link-scheme": { says: "A link has a scheme that could run something, or is no address." },
  "picture-file": {
    says: "A picture or a file could run or load something, shows where it was taken, or can't be shown.",
  },
  "recording-file": { says: "Not every browser plays a film or a sound, or its captions can't be read." },
  unencrypted: { says: "A picture or a film is fetched without encryption." },
  // Text that would be lost, or that nobody could follow.
  definition: { says: "Nothing refers to a definition, which is not shown, or its name is taken." },
  table: { says: "A cell stands outside of its table's columns." },
  "html-nesting": { says: "Elements are not closed, or overlap." },
  "html-picture": {
    says: "A `<picture>` can't follow the site's switch, has no `src`, or a `srcset` that is not understood.",
  },
  "link-text": { says: "A link has no text, or leads nowhere." },
  heading: { says: "A heading has no text, or an id that can't be had." },
  footnote: { says: "A footnote is not referred to, is there twice, or can't be followed." },
  directive: {
    says: "A directive is not known, is not closed, or has something that it can't have.",
    fixes: "its name, or an attribute's, with a typo",
  },
  nesting: { says: "A text nests too deeply to be read." },
  "code-file": { says: "The code of a block is in a file that can't be read." },
  "unread-file": { says: "A file looks like content and is not read." },
  // What nothing could be made of.
  "front-matter": {
    says: "Front matter can't be read, or has a key or a value that is not known.",
    fixes:
      "a key or a value with a typo or in another case; `pubDate` and `lastmod`; a date, a list, a number or a boolean in another form",
  },
  settings: { says: "A file in `_data/` can't be read, or has a setting that is not known." },
  theme: { says: "Something is wrong in the theme of the site." },
  file: { says: "A file can't be read, or has a name that no address can have." },
  "preview-image": { says: "The image for those who share a page can't be used." },
  // What others rely on.
  address: { says: "Two things want one address, or an address can't be written." },
  redirect: { says: "A redirect leads nowhere, in a circle, or away from an address that is in use." },
  "entry-id": { says: "Two entries have one id in feeds." },
  published: { says: "Something that was published is gone." },
  navigation: { says: "The navigation leads to a page that is not there." },
  search: { says: "A search does not find what it must find." },
  proof: { says: "A sample is not proven, or its transcript is not that of the page." },
  // Warnings.
  "redirect-at-host": { says: "The site's host can't make a redirect." },
  "code-language": { says: "The name of a code block's language is like a known one, and is not known." },
  "list-number": { says: "A list shows another number than the one that is written." },
  class: { says: "A class is in no style sheet of the theme." },
  "summary-missing": { says: "An entry has no description." },
  "id-missing": { says: "An entry had another address, and has no id of that time." },
  "translation-old": { says: "An original was revised after its translation." },
  "review-due": { says: "The day of an entry's review has come." },
  "page-weight": { says: "Pages are heavier than the theme means them to be." },
  "share-letters": { says: "A share image lacks letters of its title." },
  "accepted-fixed": { says: "Problems that were accepted are fixed." },
  other: { says: "Something else." },
} as const satisfies Record<string, RuleRow>;

export type Rule = keyof typeof RULES;

/** What pages show where the rule's old problems were accepted; undefined for a rule whose problems can't be. */
export function shownFor(rule: Rule): string | undefined {
  const row: RuleRow = RULES[rule];
  return row.shows;
}

export function isRule(name: string): name is Rule {
  return Object.hasOwn(RULES, name);
}

/** Problems with the rule by which they were found, where they have none that is narrower. */
export function by<Item extends { rule?: Rule | undefined }>(
  rule: Rule,
  problems: readonly Item[],
): (Item & { rule: Rule })[] {
  return problems.map((problem) => ({ ...problem, rule: problem.rule ?? rule }));
}
