/** The steps of workflows, whatever runs them. */

export interface WorkflowPlan {
  /** Where the site is published: its address, with a slash at its end. */
  readonly url: string;
  /** The branch that is published. */
  readonly branch: string;
  /** `user@host:DIR` or a folder of this machine; undefined for the pages of the host that runs the workflow. */
  readonly destination: string | undefined;
  /** False where the engine is a packed file, of which there is no newer one to take. */
  readonly takesNewest: boolean;
}

/** The branch whose drafts are shown to anyone who knows the address. */
export const PREVIEW_BRANCH = "preview";

/** Below the site itself where there is one destination for both; else a host of its own. */
function previewUrl({ url, destination }: WorkflowPlan): string {
  if (destination === undefined) return new URL(`${PREVIEW_BRANCH}/`, url).href;
  const preview = new URL(url);
  preview.hostname = `${PREVIEW_BRANCH}.${preview.hostname}`;
  return preview.href;
}

/** By whom the ledger is committed. */
export const COMMITTER: Readonly<Record<string, string>> = {
  GIT_AUTHOR_NAME: "publish",
  GIT_AUTHOR_EMAIL: "publish@localhost",
  GIT_COMMITTER_NAME: "publish",
  GIT_COMMITTER_EMAIL: "publish@localhost",
};

/** Lines of a POSIX shell that stops at the first failure. None ends the shell, so that further ones can follow. */
export type ShellLines = string;

export const INSTALL: ShellLines = "npm ci --no-audit --no-fund";
export const BUILD: ShellLines = "npm run build";

export const SSH_KEY: ShellLines = `umask 077
mkdir -p ~/.ssh
printf '%s\\n' "$SSH_KEY" > ~/.ssh/publish
printf '%s\\n' "$SSH_KNOWN_HOSTS" > ~/.ssh/publish-hosts`;

const SSH = `--ssh "ssh -i $HOME/.ssh/publish -o UserKnownHostsFile=$HOME/.ssh/publish-hosts"`;

export function publishScript(destination: string): ShellLines {
  return `npx wellformed publish ${destination} ${SSH}`;
}

/** A checkout of its own, so that the branch may have another engine. */
function inPreview(plan: WorkflowPlan, script: ShellLines): ShellLines {
  const lines = [INSTALL, script].join("\n").replaceAll("\n", "\n    ");
  return `if git fetch --quiet --depth=1 origin ${PREVIEW_BRANCH}; then
  rm -rf .cache/${PREVIEW_BRANCH}
  git worktree prune
  git worktree add --quiet --detach .cache/${PREVIEW_BRANCH} FETCH_HEAD
  (
    cd .cache/${PREVIEW_BRANCH}
    export SITE_URL=${previewUrl(plan)}
    ${lines}
  )
  git worktree remove --force .cache/${PREVIEW_BRANCH}
fi`;
}

/** The branch's site with its drafts, in `_site.drafts`. */
export function previewScript(plan: WorkflowPlan): ShellLines {
  return `rm -rf _site.drafts\n${inPreview(plan, "npx wellformed build --drafts\nmv _site.drafts ../..")}`;
}

export function publishPreviewScript(plan: WorkflowPlan, destination: string): ShellLines {
  return inPreview(plan, `npx wellformed publish ${destination}-${PREVIEW_BRANCH} --drafts ${SSH}`);
}

/** The site and the preview below it, in `_pages`. */
export const TOGETHER: ShellLines = `rm -rf _pages
cp -r _site _pages
if [ -d _site.drafts ]; then cp -r _site.drafts _pages/${PREVIEW_BRANCH}; fi`;

/** `remote` is what may be pushed to. */
export function commitScript({ branch }: WorkflowPlan, remote = "origin"): ShellLines {
  return `git add _data/published.json
if ! git diff --cached --quiet; then
  git commit --quiet -m "Note what is published"
  git pull --quiet --rebase ${remote} ${branch}
  git push --quiet ${remote} HEAD:${branch}
fi`;
}

export const NOTE: ShellLines = "npm run published";

export function newestScript({ takesNewest }: WorkflowPlan): ShellLines {
  return takesNewest ? "npx wellformed upgrade" : "npm update --no-audit --no-fund";
}

/** Checks external links and samples again. */
export const WEEKLY: ShellLines = `status=0
npx wellformed prove --check > weekly.txt 2>&1 || status=1
npm run check -- --external >> weekly.txt 2>&1 || status=1
cat weekly.txt
if [ "$status" != 0 ]; then false; fi`;

export const ISSUE: ShellLines = `touch weekly.txt
npx wellformed issue "The weekly check found something" weekly.txt`;
