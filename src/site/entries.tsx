/** Which layout a content file's page has. */
import type { Entry } from "../content/content.ts";
import { PostPage } from "../theme/pages/post.tsx";
import { ProjectPage } from "../theme/pages/project.tsx";
import { renderPage } from "../theme/render-page.ts";
import type { View } from "../theme/view.ts";

export function renderEntry(view: View, entry: Entry): string {
  return renderPage(
    entry.kind === "post" ? <PostPage view={view} post={entry} /> : <ProjectPage view={view} project={entry} />,
  );
}
