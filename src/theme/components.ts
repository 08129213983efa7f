/** The table of components: what a site's `theme/components/` can replace, each by a file of its name. */
import type { ComponentChildren } from "preact";
import { AuthorIndex } from "./components/author-index.tsx";
import { Byline } from "./components/byline.tsx";
import { Checked } from "./components/checked.tsx";
import { Colophon } from "./components/colophon.tsx";
import { Comments } from "./components/comments.tsx";
import { Contents } from "./components/contents.tsx";
import { Copies } from "./components/copies.tsx";
import { Discussion } from "./components/discussion.tsx";
import { EditLink } from "./components/edit-link.tsx";
import { EntryList } from "./components/entry-list.tsx";
import { LanguageSwitch } from "./components/language-switch.tsx";
import { Masthead } from "./components/masthead.tsx";
import { Mentions } from "./components/mentions.tsx";
import { Metadata } from "./components/metadata.tsx";
import { NavigationLinks } from "./components/navigation-links.tsx";
import { Neighbours, SeriesNote } from "./components/neighbours.tsx";
import { Newsletter } from "./components/newsletter.tsx";
import { PageSections } from "./components/page-sections.tsx";
import { ProfileLinks } from "./components/profile-links.tsx";
import { ProjectList } from "./components/project-list.tsx";
import { ProjectSection } from "./components/project-section.tsx";
import { Referrers } from "./components/referrers.tsx";
import { Related } from "./components/related.tsx";
import { Section } from "./components/section.tsx";
import { TagIndex } from "./components/tag-index.tsx";
import { Time } from "./components/time.tsx";
import { TranslationNote } from "./components/translation-note.tsx";
import { Years } from "./components/years.tsx";
import { Body, Footer } from "./layouts/document.tsx";

/** Ours. Pages and components take one another from `view.theme`, never from here, so that a replacement is used everywhere. */
export const components = {
  AuthorIndex,
  Body,
  Byline,
  Checked,
  Colophon,
  Comments,
  Contents,
  Copies,
  Discussion,
  EditLink,
  EntryList,
  Footer,
  LanguageSwitch,
  Masthead,
  Mentions,
  Metadata,
  NavigationLinks,
  Neighbours,
  Newsletter,
  PageSections,
  ProfileLinks,
  ProjectList,
  ProjectSection,
  Referrers,
  Related,
  Section,
  SeriesNote,
  TagIndex,
  Time,
  TranslationNote,
  Years,
};

export type ComponentName = keyof typeof components;

/** The properties of a component, for what stands in its place. */
export type PropsOf<Name extends ComponentName> = Parameters<(typeof components)[Name]>[0];

export type Components = { readonly [Name in ComponentName]: (props: PropsOf<Name>) => ComponentChildren };
