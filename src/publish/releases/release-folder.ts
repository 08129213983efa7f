/**
 * The folder of a site's releases, by scripts of a POSIX shell, so that it can be on any machine:
 *
 *     current -> releases/20261128T193201Z    what a web server serves
 *     releases/20261128T193201Z/              the files of a release
 *     releases/20261128T193201Z.txt           what else is known of it; without it, a release is unfinished
 *     releases/site                           the address of the site that is published here
 *     releases/.lock.123                      while process 123 of that machine publishes
 *
 * Equal files of two releases are hard links to one file, so that they keep their times, and with them the validators that web
 * servers send (`Last-Modified` and, on all four that we know, `ETag`). A changed file has the time of another second.
 */
import { setTimeout } from "node:timers/promises";
import { BUILT_LIST } from "../../content/ledger.ts";
import type { Destination } from "./destination.ts";
import { type Release, releaseFrom, releaseText } from "./release.ts";
import { quoted, Session, ShellFailure } from "./session.ts";

export type State =
  | { readonly kind: "absent" | "empty" | "file" }
  /** It holds something else; `names` has some of it. */
  | { readonly kind: "other"; readonly names: readonly string[] }
  | { readonly kind: "ours"; readonly site: string; readonly live: string | undefined };

/** Two that have seen each other both step back, and try again after random delays. */
const TRIES = 4;
const LONGEST_WAIT_MS = 400;
/** The exit code of a script that found what it must not touch. */
const REFUSED = 3;

export class ReleaseFolder {
  readonly #session: Session;

  constructor(destination: Destination) {
    this.#session = new Session(destination, 'rm -f "$d/releases/.lock.$$"');
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  /** Changes nothing. */
  async state(): Promise<State> {
    const [kind = "", ...lines] = linesOf(await this.#session.run(STATE));
    if (kind === "ours") {
      const [site = "", current = ""] = lines;
      return { kind, site, live: /^releases\/([^/]+)$/.exec(current)?.[1] };
    }
    if (kind === "absent" || kind === "empty" || kind === "file") return { kind };
    return { kind: "other", names: lines };
  }

  /**
   * Makes the folder the site's if it is empty, removes what killed publishes have left, and locks the folder until the session
   * ends. Returns the process that has the lock, if that is another.
   */
  async lock(site: string): Promise<string | undefined> {
    for (let attempt = 1; ; attempt++) {
      const other = await this.#session
        .run(lockScript(site))
        .then(() => undefined)
        .catch((error: unknown) => {
          if (error instanceof ShellFailure && error.code === REFUSED) return error.message;
          throw error;
        });
      if (other === undefined || attempt === TRIES) return other;
      await setTimeout(Math.random() * LONGEST_WAIT_MS);
    }
  }

  async has(program: string): Promise<boolean> {
    return (await this.#session.run(`command -v ${program} || :`)).trim() !== "";
  }

  async release(name: string): Promise<Release> {
    return releaseFrom(await this.#session.run(`cat "$d/releases/${name}.txt"`));
  }

  /** A build with drafts has no list of what is published. */
  async hasDrafts(name: string): Promise<boolean> {
    return (await this.#session.run(`if [ ! -e "$d/releases/${name}/${BUILT_LIST}" ]; then echo drafts; fi`)) !== "";
  }

  /** The paths of a release's files in these folders of it. */
  async filesIn(name: string, folders: readonly string[]): Promise<string[]> {
    const each = `for f in ${folders.join(" ")}; do if [ -d "$f" ]; then find "$f" -type f; fi; done`;
    return linesOf(await this.#session.run(`cd "$d/releases/${name}"\n${each}`));
  }

  /** Makes an empty folder for a release. Returns its name: a second that no other release has. */
  async begin(): Promise<string> {
    return (await this.#session.run(BEGIN)).trim();
  }

  /** Replaces files that are the same in the live release by hard links, if they were sent in a way that does not do so. */
  async shareWith(live: string, name: string): Promise<void> {
    await this.#session.run(`cd "$d/releases/${name}"
find . -type f -exec sh -c 'for f; do if cmp -s "$f" "$0/$f"; then ln -f "$0/$f" "$f"; fi; done' "../${live}" {} +`);
  }

  /** Adds files of the live release that the build does not have. */
  async keep(live: string, name: string, paths: Iterable<string>): Promise<void> {
    const list = [...paths].join("\n");
    if (!list) return;
    await this.#session.run(`cd "$d/releases/${name}"
while IFS= read -r f; do mkdir -p "\${f%/*}"; ln "../${live}/$f" "$f"; done <<'END OF FILES'
${list}
END OF FILES`);
  }

  /** Writes the release's record, and makes it live. Returns how many of its files are new. */
  async finish(name: string, release: Release): Promise<number> {
    return Number(await this.#session.run(finishScript(name, releaseText(release))));
  }

  async discard(name: string): Promise<void> {
    await this.#session.run(`cd "$d/releases"; rm -rf "${name}"; rm -f "${name}.txt.new"`);
  }

  /** Removes all releases but these. */
  async prune(names: readonly string[]): Promise<void> {
    await this.#session.run(`cd "$d/releases"
for f in *Z; do case " ${names.join(" ")} " in *" $f "*) ;; *) rm -f "$f.txt"; rm -rf "$f" ;; esac; done`);
  }

  /** The name of the release before each finished one, by its name. */
  async predecessors(): Promise<Map<string, string>> {
    const script = `cd "$d/releases"
for f in *Z.txt; do if [ -f "$f" ]; then echo "\${f%.txt} $(sed -n 's/^before //p' "$f")"; fi; done`;
    return new Map(
      linesOf(await this.#session.run(script)).map((line) => {
        const [name = "", before = ""] = line.split(" ");
        return [name, before] as const;
      }),
    );
  }

  /** Makes an earlier release live again. */
  async back(name: string, live: string): Promise<void> {
    await this.#session.run(backScript(name, live));
  }
}

/** If a first publish was killed, only an empty folder for releases may be left. */
const STATE = `if [ ! -e "$d" ]; then
  if [ -L "$d" ]; then echo file; else echo absent; fi
elif [ ! -d "$d" ]; then echo file
elif [ -f "$d/releases/site" ]; then
  echo ours; cat "$d/releases/site"
  if [ -L "$d/current" ]; then readlink "$d/current"; fi
else
  names=$(ls -A "$d")
  if [ -z "$names" ]; then echo empty
  elif [ "$names" = releases ] && [ -z "$(ls "$d/releases")" ]; then echo empty
  else echo other; ls -A "$d" | head -n 4; fi
fi`;

/** `kill -0` does not see another user's process, and BusyBox's `ps` takes no number. */
function lockScript(site: string): string {
  return `mkdir -p "$d/releases"
cd "$d/releases"
own=.lock.$$
: > $own
for f in .lock.*; do
  pid=\${f##*.}
  if [ "$pid" = $$ ]; then continue; fi
  if kill -0 "$pid" 2>/dev/null || [ -d "/proc/$pid" ] || ps -p "$pid" >/dev/null 2>&1; then rm -f $own; echo "$pid"; exit ${REFUSED}; fi
  rm -f "$f"
done
if [ ! -f site ]; then printf '%s\\n' ${quoted(site)} > site.new; mv site.new site; fi
rm -f ../current.new *.txt.new *.now
for f in *Z; do if [ -d "$f" ] && [ ! -f "$f.txt" ]; then rm -rf "$f" || :; fi; done`;
}

const BEGIN = `cd "$d/releases"
name=$(date -u +%Y%m%dT%H%M%SZ)
while [ -e "$name" ] || [ -e "$name.txt" ]; do sleep 1; name=$(date -u +%Y%m%dT%H%M%SZ); done
mkdir "$name"
TZ=UTC0 touch -t "$(echo "$name" | sed 's/T\\(....\\)\\(..\\)Z/\\1.\\2/')" "$name.txt.new"
echo "$name"`;

/** Only a rename replaces a link atomically: \`ln -sf\` removes the old one first, except for GNU's. */
const SWITCH = `ln -s "releases/$name" "$d/current.new"
mv -fT "$d/current.new" "$d/current" 2>/dev/null || mv -fh "$d/current.new" "$d/current"`;

function finishScript(name: string, record: string): string {
  return `name=${name}
cd "$d/releases"
find "$name" -type d ! -perm -755 -exec chmod u+rwx,go+rx {} +
find "$name" -type f ! -perm -644 -exec chmod u+rw,go+r {} +
new=$(find "$name" -type f -links 1 | wc -l)
find "$name" -type f -links 1 -exec touch -r "$name.txt.new" {} +
cat > "$name.txt.new" <<'END OF RELEASE'
${record}END OF RELEASE
mv "$name.txt.new" "$name.txt"
${SWITCH}
echo $((new))`;
}

/**
 * Files that the later release has changed get the present time: a cache that asks by date would otherwise keep the later
 * version. The script waits for the second to pass, so that no further change has the same time.
 */
function backScript(name: string, live: string): string {
  return `name=${name}
cd "$d/releases/$name"
while [ "$(date -u +%Y%m%dT%H%M%SZ)" = "${live}" ]; do sleep 1; done
: > "../$name.now"
find . -type f -exec sh -c 'for f; do
  if [ "$f" -ef "$0/$f" ] || cmp -s "$f" "$0/$f"; then continue; fi
  touch -r "$1" "$f"
done' "../${live}" "../$name.now" {} +
rm "../$name.now"
${SWITCH}
sleep 1`;
}

function linesOf(output: string): string[] {
  return output.split("\n").filter(Boolean);
}
