declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnotePlugin(md: MarkdownIt): void;
}

declare module "markdown-it-emoji/lib/data/full.mjs" {
  /** By GitHub's short names, without colons. */
  const names: Readonly<Record<string, string>>;
  export default names;
}

declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";
  export default function definitionListPlugin(md: MarkdownIt): void;
}
