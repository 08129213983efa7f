/** `/posts/<slug>/`: an essay. */
import type { Post } from "../../content/post.ts";
import { articlePage } from "../layouts/article.tsx";
import type { Page } from "../page.ts";
import type { View } from "../view.ts";

export function postPage(view: View, post: Post): Page {
  return articlePage(view, post);
}
