/** One page of each kind that the notebook has; `ready` is what a script adds to it last. */
import { posts, projects, tags } from "./content-files.ts";

export const kindsOfPages: { kind: string; path: string; ready?: string }[] = [
  { kind: "the home page", path: "/" },
  { kind: "the list of essays", path: "/posts/" },
  { kind: "an essay", path: posts[0]?.path ?? "" },
  { kind: "an essay with plans and timelines", path: "/posts/skip-locked/" },
  { kind: "the list of projects", path: "/projects/" },
  { kind: "a project", path: projects[0]?.path ?? "" },
  { kind: "the list of tags", path: "/tags/" },
  { kind: "a tag", path: tags[0]?.path ?? "" },
  { kind: "the page about the author", path: "/about/" },
  { kind: "the page of feeds", path: "/subscribe/" },
  { kind: "the search page", path: "/search/" },
  { kind: "the search page with results", path: "/search/?q=tenant", ready: ".search-filters option[value=Essay]" },
  { kind: "the index of terms", path: "/search/terms/" },
  { kind: "the page for a wrong address", path: "/404.html" },
];
