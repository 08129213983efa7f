/** The table of pages: what a site's `theme/pages/` can replace, each by a file of its name. */
import { authorPage, authorsPage } from "./pages/authors.tsx";
import { homePage } from "./pages/home.tsx";
import { listPage, yearPage } from "./pages/list.tsx";
import { notFoundPage } from "./pages/not-found.tsx";
import { plainPage } from "./pages/plain.tsx";
import { postPage } from "./pages/post.tsx";
import { projectPage } from "./pages/project.tsx";
import { projectsPage } from "./pages/projects.tsx";
import { searchPage } from "./pages/search.tsx";
import { subscribePage } from "./pages/subscribe.tsx";
import { tagPage, tagsPage } from "./pages/tags.tsx";
import { termsPage } from "./pages/terms.tsx";
import { versionPage, versionsPage } from "./pages/versions.tsx";

/** Ours, which take what they show and give a `Page`. */
export const pages = {
  author: authorPage,
  authors: authorsPage,
  home: homePage,
  list: listPage,
  notFound: notFoundPage,
  plain: plainPage,
  post: postPage,
  project: projectPage,
  projects: projectsPage,
  search: searchPage,
  subscribe: subscribePage,
  tag: tagPage,
  tags: tagsPage,
  terms: termsPage,
  version: versionPage,
  versions: versionsPage,
  year: yearPage,
};

export type Pages = Readonly<typeof pages>;
export type PageName = keyof Pages;
