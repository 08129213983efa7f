/** Issues of workflows: one for each title, on three hosts, with all that was printed. tests/package/workflows.test.ts runs the command. */
import { describe, expect, it } from "vitest";
import { OutsideError } from "../../src/content/problems/outside-error.ts";
import { openIssue } from "../../src/elsewhere/open-issue.ts";

const GITHUB = {
  ...{ TOKEN: "t", GITHUB_API_URL: "https://api.example", GITHUB_REPOSITORY: "ada/blog" },
  ...{ GITHUB_SERVER_URL: "https://host.example", GITHUB_RUN_ID: "7" },
};
const GITLAB = {
  TOKEN: "t",
  CI_API_V4_URL: "https://lab.example/api/v4",
  CI_PROJECT_ID: "5",
  CI_JOB_URL: "https://lab.example/jobs/7",
};

/** A host that has these issues, and keeps what is sent to it. */
function host(issues: object[], status = 200) {
  const sent: { address: string; body: Record<string, string> }[] = [];
  const request: typeof fetch = async (address, init) => {
    if (init?.method === "POST") sent.push({ address: String(address), body: JSON.parse(String(init.body)) });
    return new Response(JSON.stringify(init?.method === "POST" ? {} : issues), { status });
  };
  return { sent, request };
}

describe.each([
  {
    name: "GitHub and Forgejo",
    environment: GITHUB,
    list: "https://api.example/repos/ada/blog/issues",
    text: "body",
    comments: "comments",
    key: "number",
  },
  {
    name: "GitLab",
    environment: GITLAB,
    list: "https://lab.example/api/v4/projects/5/issues",
    text: "description",
    comments: "notes",
    key: "iid",
  },
])("on $name", ({ environment, list, text, comments, key }) => {
  it("it is opened where there is none of that title", async () => {
    const { sent, request } = host([{ title: "Another", [key]: 1 }]);
    expect(await openIssue("Broken", "posts/x.md: gone\n", environment, request)).toBe("opened the issue “Broken”");
    expect(sent).toEqual([
      { address: list, body: { title: "Broken", [text]: expect.stringContaining("posts/x.md: gone") } },
    ]);
  });

  it("it is added to where one is open", async () => {
    const { sent, request } = host([{ title: "Broken", [key]: 12 }]);
    await openIssue("Broken", "gone", environment, request);
    expect(sent.map(({ address }) => address)).toEqual([`${list}/12/${comments}`]);
    expect(sent[0]?.body).toEqual({ body: expect.stringContaining("gone") });
  });
});

it("what was printed stays as it was, whatever it is, and ends where a host would refuse it", async () => {
  const { sent, request } = host([]);
  await openIssue("A", "```js\n````\n@ada #1 <b>", GITHUB, request);
  expect(sent[0]?.body["body"]).toBe(
    "`````text\n```js\n````\n@ada #1 <b>\n`````\n\nhttps://host.example/ada/blog/actions/runs/7\n",
  );
  await openIssue("A", "x".repeat(100_000), GITHUB, request);
  expect(sent[1]?.body["body"]?.length).toBeLessThan(65_000);
});

it("a refusal, and a machine that runs no workflow, are named", async () => {
  await expect(openIssue("A", "x", GITHUB, host([], 403).request)).rejects.toThrow(
    "api.example refuses the issue (403): []",
  );
  await expect(openIssue("A", "x", {}, host([]).request)).rejects.toThrow(
    "is for workflows on GitHub, Forgejo and GitLab",
  );
});

it("a host that can't be reached, or answers with something else, is named", async () => {
  const gone: typeof fetch = async () => {
    throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
  };
  await expect(openIssue("A", "b", GITHUB, gone)).rejects.toThrow(
    new OutsideError("api.example can't be reached: connect ECONNREFUSED"),
  );
  for (const text of ["<!doctype html>", '{ "message": "hello" }'])
    await expect(openIssue("A", "b", GITLAB, async () => new Response(text))).rejects.toThrow(
      new OutsideError("https://lab.example/api/v4/projects/5/issues answers with what is no list of issues"),
    );
});

it("without a token nothing is asked", async () => {
  const { TOKEN: _, ...environment } = GITHUB;
  const request: typeof fetch = () => expect.unreachable();
  await expect(openIssue("A", "b", environment, request)).rejects.toThrow("takes TOKEN from the environment");
});
