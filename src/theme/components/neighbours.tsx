/** The posts beside a post: in its series, and in time. */
import type { JSX } from "preact";
import type { Post } from "../../content/post.ts";
import { href, type View } from "../view.ts";

interface Props {
  view: View;
  post: Post;
}

/** How many parts of a series are named: of a longer one the first, the last and those around the post. */
const MOST_PARTS = 12;

function partsAround(index: number, count: number): number[] {
  if (count <= MOST_PARTS) return [...Array(count).keys()];
  const inner = MOST_PARTS - 2;
  const first = Math.max(1, Math.min(index - inner / 2, count - 1 - inner));
  return [0, ...Array.from({ length: inner }, (_, at) => first + at), count - 1];
}

/** Which part of its series the post is, with the other parts; nothing for a series of one. */
export function SeriesNote({ view, post }: Props): JSX.Element | null {
  const series = view.content.series.find(({ posts }) => posts.includes(post));
  if (!series || series.posts.length < 2) return null;
  const index = series.posts.indexOf(post);
  const parts = partsAround(index, series.posts.length).flatMap((at) => series.posts[at] ?? []);
  return (
    <aside class="series" aria-label="Series">
      <p>
        Part {index + 1} of {series.posts.length} in <i>{series.name}</i>
      </p>
      <ol>
        {parts.map((part) => (
          <li>
            {part === post ? <b aria-current="page">{part.title}</b> : <a href={href(view, part.path)}>{part.title}</a>}
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** The next older and the next newer post. */
export function Neighbours({ view, post }: Props): JSX.Element | null {
  const { posts } = view.content;
  const index = posts.indexOf(post);
  const older = posts[index + 1];
  const newer = posts[index - 1];
  if (!older && !newer) return null;
  return (
    <nav class="neighbours" aria-label="Other essays">
      {older && <Neighbour view={view} post={older} relation="prev" label="Earlier" />}
      {newer && <Neighbour view={view} post={newer} relation="next" label="Later" />}
    </nav>
  );
}

function Neighbour({ view, post, relation, label }: Props & { relation: string; label: string }): JSX.Element {
  return (
    <p class={relation}>
      <span>{label}</span>
      <a href={href(view, post.path)} rel={relation}>
        {post.title}
      </a>
    </p>
  );
}
