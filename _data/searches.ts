import type { GoldenSearchInput } from "wellformed";

/** Each build runs these, and publishes nothing if one does not find its page. */
export default [
  { query: "skip locked", finds: "/posts/skip-locked-is-not-enough/", among: 1 },
  { query: "two workers claim the same job", finds: "/posts/skip-locked-is-not-enough/" },
  { query: "set local", finds: "/posts/why-set-local-not-set/", among: 1 },
  { query: "tennant isolation row level security", finds: "/posts/schema-per-tenant-vs-rls/" },
  { query: "transaction_timeout", finds: "/posts/what-an-error-ends/" },
  { query: "listen notify", finds: "/posts/the-rest-of-the-queue/", among: 1 },
  { query: "pg_dump", finds: "/posts/restoring-one-tenant/", among: 1 },
  { query: "track_extra_parameters", finds: "/posts/what-pgbouncer-passes-on/" },
  { query: "idle_in_transaction_session_timeout", finds: "/posts/one-old-transaction/" },
  { query: "generic plan tenant", finds: "/posts/prepared-for-another-tenant/" },
  { query: "40001 could not serialize access", finds: "/projects/konduit/" },
  { query: "workflow engine", finds: "/projects/konduit/" },
  { query: "nonprofit claim", finds: "/projects/npo-claim-pipeline/", among: 1 },
] satisfies GoldenSearchInput[];
