/** Opens an issue where a workflow runs: on GitHub, on Forgejo, whose API is the same, or on GitLab. */
import { z } from "zod";
import { networkFault } from "../content/problems/network-fault.ts";
import { OutsideError } from "../content/problems/outside-error.ts";
import { UsageError } from "../content/problems/usage-error.ts";

/** What these hosts take of a text, with room for what is around it. */
const LONGEST = 60_000;
const Issues = z.array(z.object({ title: z.string(), number: z.int().optional(), iid: z.int().optional() }));

interface Tracker {
  /** The address of the list of issues. */
  readonly issues: string;
  readonly open: string;
  /** The key that holds an issue's text. */
  readonly text: "body" | "description";
  readonly comments: "comments" | "notes";
  readonly headers: Readonly<Record<string, string>>;
  /** Where the workflow's run can be read. */
  readonly run: string;
}

/** Adds a comment where an issue of that title is open. Returns what was done. Throws an `OutsideError` where it is refused. */
export async function openIssue(
  title: string,
  text: string,
  environment: NodeJS.ProcessEnv,
  request: typeof fetch,
): Promise<string> {
  const tracker = trackerIn(environment);
  if (!environment["TOKEN"])
    throw new UsageError("wellformed issue takes TOKEN from the environment, and it is not there");
  const ask = async (address: string, body?: object) => {
    const init = body && { method: "POST", body: JSON.stringify(body) };
    const { host } = new URL(address);
    const answer = await request(address, { ...init, headers: tracker.headers }).catch((error: unknown) => {
      throw new OutsideError(`${host} can't be reached: ${networkFault(error)}`);
    });
    if (!answer.ok) throw new OutsideError(`${host} refuses the issue (${answer.status}): ${await answer.text()}`);
    return answer.json().catch(() => undefined);
  };
  const list = Issues.safeParse(await ask(`${tracker.issues}?${tracker.open}`));
  if (!list.success) throw new OutsideError(`${tracker.issues} answers with what is no list of issues`);
  const issues = list.data;
  const body = bodyOf(text, tracker.run);
  const known = issues.find((issue) => issue.title === title);
  const number = known?.number ?? known?.iid;
  if (number === undefined) {
    await ask(tracker.issues, { title, [tracker.text]: body });
    return `opened the issue “${title}”`;
  }
  await ask(`${tracker.issues}/${number}/${tracker.comments}`, { body });
  return `added to the issue “${title}”, which is open`;
}

function trackerIn(environment: NodeJS.ProcessEnv): Tracker {
  const { TOKEN: token = "" } = environment;
  const {
    GITHUB_API_URL: api,
    GITHUB_REPOSITORY: repository,
    GITHUB_SERVER_URL: server,
    GITHUB_RUN_ID: run,
  } = environment;
  if (api && repository)
    return {
      ...{
        issues: `${api}/repos/${repository}/issues`,
        open: "state=open&per_page=100",
        text: "body",
        comments: "comments",
      },
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      run: `${server}/${repository}/actions/runs/${run}`,
    };
  const { CI_API_V4_URL: gitlab, CI_PROJECT_ID: project, CI_JOB_URL: job = "" } = environment;
  if (gitlab && project)
    return {
      ...{ issues: `${gitlab}/projects/${project}/issues`, open: "state=opened&per_page=100", text: "description" },
      ...{ comments: "notes", headers: { "private-token": token, "content-type": "application/json" }, run: job },
    };
  throw new UsageError("wellformed issue is for workflows on GitHub, Forgejo and GitLab, which say where issues are");
}

/** As it was printed, between fences that it does not have. */
function bodyOf(text: string, run: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n…` : text;
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${shown.trimEnd()}\n${fence}\n\n${run}\n`;
}
