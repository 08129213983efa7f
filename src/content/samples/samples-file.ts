/**
 * The file with a page's samples, `/posts/x/samples.json`: first the code of all samples, hidden ones included, line by line, so it can
 * be read before it is run; then the transcript with the expected outcomes.
 */
import { z } from "zod";
import { folderOf } from "../address.ts";
import { HttpsAddress } from "../https-address.ts";
import { failure, type Result, success } from "../problems/result.ts";
import { WebAddress } from "../web-address.ts";
import { SAMPLE_LANGUAGES } from "./languages.ts";
import { type DigestedSample, digestOf, type Sample } from "./sample.ts";
import { sealOf, Transcript } from "./transcript.ts";

/** Its name, and its address from a page whose own ends in a slash. */
export const SAMPLES_FILE = "samples.json";
/** The file that lists the samples with a button to run them in the page. */
const OFFERED = "run.json";
/** Far more samples than any page has. */
const MOST_SAMPLES = 1000;
const ROLE = /^[^\p{C}]{1,63}$/u;

const Line = z.string().refine((text) => !text.includes("\n") && text.isWellFormed(), { error: "is no line" });
const Major = z.int().positive();

/** A sample with the options of its fence; missing ones have their defaults. */
const WrittenSample = z.strictObject({
  language: z.enum(SAMPLE_LANGUAGES),
  /** Of the content file. */
  line: z.int().positive(),
  timeline: z.literal(true).optional(),
  races: z.literal(true).optional(),
  fresh: z.literal(true).optional(),
  serves: z.literal(true).optional(),
  versions: Line.optional(),
  as: z.string().regex(ROLE).optional(),
  fails: z.array(z.string()).optional(),
  messages: z.array(z.string()).optional(),
  varies: z.array(z.string()).optional(),
  /** A name, never a path: programs are saved in a folder of their own. */
  file: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)*$/, { error: "is no file's name" })
    .optional(),
  since: Major.optional(),
  before: Major.optional(),
  code: z.array(Line),
});

const SamplesFile = z.strictObject({
  page: WebAddress,
  title: z.string(),
  /** The command that runs them. */
  run: z.string(),
  /** Where readers can report another result. */
  issues: HttpsAddress.optional(),
  /** The oldest PostgreSQL on which they are run. */
  floor: Major.optional(),
  samples: z.array(WrittenSample).min(1).max(MOST_SAMPLES),
  transcript: Transcript,
});

export interface SharedPage {
  page: string;
  title: string;
  issues?: string | undefined;
  floor?: number | undefined;
  samples: readonly DigestedSample[];
  transcript: Transcript;
}

/** The file's site-relative path, by that of its page. */
export function samplesPath(path: string): string {
  return `${folderOf(path)}${SAMPLES_FILE}`;
}

export function offeredPath(path: string): string {
  return `${folderOf(path)}${OFFERED}`;
}

/** Undefined if the transcript is of other samples, as may happen in development. */
export function samplesFile({ page, title, issues, floor, samples, transcript }: SharedPage): string | undefined {
  if (!isAbout(transcript, samples)) return undefined;
  const file: z.input<typeof SamplesFile> = {
    page,
    title,
    run: `npx wellformed rerun ${page}`,
    ...(issues && { issues }),
    ...(floor && { floor }),
    samples: samples.map(written),
    transcript,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads a downloaded file; `name` is the file that problems name. */
export function readSamplesFile(name: string, text: string): Result<SharedPage> {
  const failed = (message: string, hint?: string) => failure({ file: name, message, hint });
  const json = parsed(text);
  if (json === undefined) return failed("is not JSON", `it must be a page's ${SAMPLES_FILE}`);
  const read = SamplesFile.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const place = issue?.path.join(".") ?? "";
    return failed(
      `is no ${SAMPLES_FILE} that this version can read: ${[place, issue?.message].filter(Boolean).join(": ")}`,
    );
  }
  const { samples: all, run: _, ...page } = read.data;
  let digest = "";
  const samples = all.map((one): DigestedSample => {
    const sample = sampleOf(one);
    digest = digestOf(sample, digest);
    return { ...sample, digest };
  });
  const { transcript } = page;
  if (sealOf(transcript) !== transcript.seal || !isAbout(transcript, samples))
    return failed("was changed since it was written: its samples and its transcript are of two versions");
  return success({ ...page, samples });
}

function isAbout({ samples: proven }: Transcript, samples: readonly DigestedSample[]): boolean {
  return proven.length === samples.length && samples.every(({ digest }, at) => digest === proven[at]?.digest);
}

function written({
  digest: _,
  code,
  timeline,
  fresh,
  as: role,
  fails,
  varies,
  file,
  ...rest
}: DigestedSample): z.input<typeof WrittenSample> {
  return {
    ...rest,
    ...(timeline && { timeline }),
    ...(fresh && { fresh }),
    ...(role !== undefined && { as: role }),
    ...(fails.length > 0 && { fails }),
    ...(varies.length > 0 && { varies }),
    ...(file !== undefined && { file }),
    code: code.split("\n"),
  };
}

/** The sample with exactly the keys that reading its fence gives, since its digest depends on them. */
function sampleOf(written: z.infer<typeof WrittenSample>): Sample {
  const {
    code,
    timeline,
    races,
    fresh,
    as: role,
    fails,
    messages,
    varies,
    file,
    serves,
    versions,
    since,
    before,
    ...rest
  } = written;
  return {
    ...rest,
    code: code.join("\n"),
    timeline: timeline ?? false,
    ...(races && { races }),
    fresh: fresh ?? false,
    as: role,
    fails: fails ?? [],
    ...(messages && { messages }),
    varies: varies ?? [],
    file,
    ...(serves && { serves }),
    ...(versions !== undefined && { versions }),
    ...(since !== undefined && { since }),
    ...(before !== undefined && { before }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address for new issues, by the address for editing a page: GitHub, Forgejo and GitLab have both below the repository's. */
export function newIssueAddress(edit: string | undefined): string | undefined {
  const [, repository, gitlab] =
    /^(https:\/\/[^/]+\/[^{}?#]+?)(\/-)?\/(?:_?edit|blob|src|tree)\//.exec(edit ?? "") ?? [];
  return repository && `${repository}${gitlab ?? ""}/issues/new`;
}
