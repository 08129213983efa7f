/** Pictures in a figure or a gallery, which stand in no paragraph. */
import type { StateCore, Token } from "markdown-it";
import { noteProblem } from "../extension.ts";
import { captionOf } from "../figures.ts";
import { OF_PICTURE } from "../links.ts";

/** What stands at `index`, in the directive with this name; in a gallery, anything else than pictures is a problem. */
export function showPictures(
  state: StateCore,
  index: number,
  { name, isGallery }: { name: string; isGallery: boolean },
  line: number | undefined,
): void {
  const [open, inline, close] = state.tokens.slice(index, index + 3);
  if (open?.type === "directive_label_open") return;
  const children = inline?.children ?? [];
  const arePictures = children.every(({ type }) => type === "image" || type === "softbreak");
  if (open?.type === "paragraph_open" && inline && close && arePictures && (isGallery || children.length === 1)) {
    open.hidden = true;
    close.hidden = true;
    if (isGallery) inline.children = galleryOf(children, state);
  } else if (isGallery) {
    const hint = "write ![what it shows](picture.jpg), one on each line";
    noteProblem(state.env, "directive", line, `:::${name} has nothing in it but pictures`, hint);
  }
}

/** Each picture is a link to its file, which may be larger, with its title below. */
function galleryOf(children: readonly Token[], { Token }: StateCore): Token[] {
  return children
    .filter(({ type }) => type === "image")
    .flatMap((image) => {
      const link = new Token("link_open", "a", 1);
      link.attrSet("href", String(image.attrGet("src")));
      link.info = OF_PICTURE;
      return [
        new Token("figure_open", "figure", 1),
        ...[link, image, new Token("link_close", "a", -1)],
        ...captionOf(image, Token),
        new Token("figure_close", "figure", -1),
      ];
    });
}
