/** Reads a file of `_data/` in which a command keeps what it has fetched from other sites. */
import type { z } from "zod";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { problemsIn } from "../front-matter/validate.ts";
import { readOptionalFile } from "../read-files.ts";

export interface FetchedFile<Schema extends z.ZodType> {
  file: string;
  schema: Schema;
  /** What to do if it is broken: "run wellformed embeds --again, which writes the file". */
  hint: string;
}

/** Undefined without the file. */
export async function readFetched<Schema extends z.ZodType>(
  siteDir: string,
  { file, schema, hint }: FetchedFile<Schema>,
): Promise<Result<z.infer<Schema> | undefined>> {
  const text = await readOptionalFile(siteDir, file);
  if (!text.ok) return text;
  if (text.value === undefined) return success(undefined);
  const data = parsed(text.value);
  if (data === undefined) return failure({ file, message: "is not JSON", hint });
  const checked = schema.safeParse(data);
  if (checked.success) return success(checked.data);
  const found = problemsIn(checked.error, data, schema, () => ({ file }));
  return failure(...found.map((problem) => ({ ...problem, hint: problem.hint ?? hint })));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
