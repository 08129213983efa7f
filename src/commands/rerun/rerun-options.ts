import { UsageError } from "../../content/problems/usage-error.ts";
import { SUPERUSER } from "../../proof/postgres/embedded.ts";
import { type Address, addressFrom } from "../../proof/postgres/server.ts";
import { readCommandLine } from "../options/command-line.ts";

export interface RerunOptions {
  /** A page's address or path. */
  place: string;
  /** The reader's own server; undefined to start one for the run. */
  address: Address | undefined;
  /** The version to run on, as it was written. */
  on: string | undefined;
  /** Runs programs, too. */
  programs: boolean;
  /** Runs the SQL as a superuser, as its author did. */
  superuser: boolean;
  /** Does not ask for confirmation. */
  yes: boolean;
  /** Only prints what would be run. */
  isTrial: boolean;
  /** Where the text of an issue is written; undefined prints it. */
  issue: string | undefined;
}

/** Throws a `UsageError` for what is wrong. */
export function readRerunOptions(args: string[], environment: NodeJS.ProcessEnv): RerunOptions {
  const { values, positionals } = readCommandLine("rerun", args, environment);
  const [place, extra] = positionals;
  if (place === undefined || extra !== undefined)
    throw new UsageError("wellformed rerun takes a page's address: npx wellformed rerun https://example.org/posts/x/");
  return {
    place,
    address: values.server === undefined ? addressIn(environment) : addressOf(values.server),
    on: values.on,
    programs: values.programs ?? false,
    superuser: values.superuser ?? false,
    yes: values.yes ?? false,
    isTrial: values["dry-run"] ?? false,
    issue: values.issue,
  };
}

function addressOf(text: string): Address {
  if (/^postgres(ql)?:\/\/[^/]/.test(text) && URL.canParse(text)) return addressFrom(text);
  throw new UsageError(`--server takes an address such as postgres://postgres@localhost:5432, not "${text}"`);
}

/** By libpq's variables: https://www.postgresql.org/docs/18/libpq-envars.html. Undefined if none of them names a server. */
function addressIn({ PGHOST: host, PGPORT, PGUSER: user = SUPERUSER, PGPASSWORD: password }: NodeJS.ProcessEnv) {
  const port = Number(PGPORT || 5432);
  if (!Number.isInteger(port)) throw new UsageError(`PGPORT must be a number, not "${PGPORT}"`);
  return host ? { host, port, user, password } : undefined;
}
