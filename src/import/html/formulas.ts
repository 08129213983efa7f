/** Formulas, by the TeX that their renderers keep beside what they show. */
import type { Element } from "hast";
import { attribute, type Child, find, hasClass, isElement, made, replaceFrom, textOf } from "./hast.ts";

export function readFormulas(root: Element): void {
  replaceFrom(root, (one) => {
    const tex = texOf(one);
    return tex === undefined ? undefined : [formula(tex.tex, tex.isBlock, one)];
  });
}

/** A formula as the engine writes it, in its line or between lines. */
export function formula(tex: string, isBlock: boolean, at?: Element): Child {
  const written = tex.replace(/\s+/g, " ").trim();
  return made({ type: "html", value: isBlock ? `$$\n${written}\n$$` : `$${written}$`, data: { isFormula: true } }, at);
}

declare module "mdast" {
  interface HtmlData {
    /** True for a formula, which is written as it is. */
    isFormula?: boolean;
  }
}

function texOf(one: Element): { tex: string; isBlock: boolean } | undefined {
  const type = attribute(one, "type") ?? "";
  if (isElement(one, "script") && /^math\/tex/.test(type)) return found(textOf(one), /mode=display/.test(type));
  if (isElement(one, "math") || hasClass(one, /^(katex|katex-display|MathJax.*|mwe-math-element)$/)) {
    const annotation = find(
      one,
      (inner) => isElement(inner, "annotation") && /tex/i.test(attribute(inner, "encoding") ?? ""),
    );
    const tex = annotation ? textOf(annotation) : (attribute(one, "altText") ?? attribute(one, "alttext"));
    const isBlock = hasClass(one, /^katex-display$/) || attribute(one, "display") === "block";
    return tex === undefined ? undefined : found(tex.replace(/^\{\\displaystyle (.*)\}$/s, "$1"), isBlock);
  }
  // WordPress.com's pictures of formulas.
  if (
    isElement(one, "img") &&
    hasClass(one, /^(latex|tex|ql-img-inline-formula|ql-img-displayed-equation|mwe-math-fallback-image-.*)$/)
  ) {
    return found(attribute(one, "alt") ?? "", hasClass(one, /displayed/));
  }
  return undefined;
}

/** TeX that a line can hold. */
function found(tex: string, isBlock: boolean): { tex: string; isBlock: boolean } | undefined {
  const bare = tex.trim();
  return bare === "" || bare.includes("$") ? undefined : { tex: bare, isBlock };
}
