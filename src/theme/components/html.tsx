/** The one component that takes HTML as it is: what `src/markdown/` rendered, or a script of our own. */
import { createElement, type VNode } from "preact";

interface Props {
  as?: string;
  class?: string | undefined;
  /** A script's media type. */
  type?: string;
  html: string;
  lang?: string;
  dir?: "ltr" | "rtl";
}

export function Html({ as = "div", html, ...attributes }: Props): VNode {
  return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
}
