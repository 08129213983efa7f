/** Reports what can make a server's results differ from another's. */
import type pg from "pg";

/** Settings that plans, locks, sorting and texts depend on, if they are not the defaults. */
const SETTINGS = [
  ...["autovacuum", "block_size", "cpu_tuple_cost", "data_checksums", "default_statistics_target"],
  ...["default_table_access_method", "default_transaction_isolation", "effective_cache_size", "fsync", "io_method"],
  ...["jit", "lc_monetary", "lc_numeric", "max_connections", "max_locks_per_transaction"],
  ...["max_parallel_workers_per_gather", "random_page_cost", "seq_page_cost", "server_encoding", "shared_buffers"],
  ...["shared_preload_libraries", "synchronous_commit", "track_commit_timestamp", "work_mem"],
];
/** PostgreSQL has them by another catalog column since 17. */
const LOCALE = `SELECT concat_ws(' ', d->>'datlocprovider', d->>'datcollate', d->>'datctype', d->>'datlocale', d->>'daticulocale') AS locale
  FROM (SELECT to_jsonb(pg_database) AS d FROM pg_database WHERE datname = 'template0') AS found`;

export interface ServerReport {
  /** The result of `version()`. */
  version: string;
  /** Provider, collation, character types, and a name. */
  locale: string;
  /** `name = value`. */
  settings: string[];
}

export async function reportOn(admin: pg.Client): Promise<ServerReport> {
  const version = await admin.query<{ version: string }>("SELECT version()");
  const locale = await admin.query<{ locale: string }>(LOCALE);
  const settings = await admin.query<{ setting: string }>(
    `SELECT name || ' = ' || current_setting(name) AS setting FROM pg_settings
     WHERE name = ANY ($1) AND setting IS DISTINCT FROM boot_val ORDER BY name`,
    [SETTINGS],
  );
  return {
    version: version.rows[0]?.version ?? "",
    locale: locale.rows[0]?.locale ?? "",
    settings: settings.rows.map(({ setting }) => setting),
  };
}
