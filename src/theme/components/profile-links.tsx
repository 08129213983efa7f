import type { JSX } from "preact";
import { type Profile, profileLabel } from "../../content/profile.ts";

interface Props {
  profiles: readonly Profile[];
  /** The address of the person's own site, where it is another one than this. */
  home?: string | undefined;
}

/** Links to somebody's profiles elsewhere, with `rel=me`; nothing if there are none. */
export function ProfileLinks({ profiles, home }: Props): JSX.Element | null {
  const links = [...(home ? [{ url: home }] : []), ...profiles];
  if (links.length === 0) return null;
  return (
    <p>
      {links.map((profile, index) => (
        <>
          {index > 0 && " "}
          <a class="u-url" rel="me" href={profile.url}>
            {profileLabel(profile)}
          </a>
        </>
      ))}
    </p>
  );
}
