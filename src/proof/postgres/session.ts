/** One connection to PostgreSQL, which runs a statement at a time and returns what psql would print. */
import type { EventEmitter } from "node:events";
import pg from "pg";
import type { Place } from "../../content/problems/problem.ts";
import type { Result } from "../../content/problems/result.ts";
import type { Notification, ServerError, StatementResult } from "../../content/samples/transcript.ts";
import { LIMITS } from "../limits.ts";
import { notProven } from "../not-proven.ts";
import { columnOf, QUIET } from "../result-parts.ts";

const AS_TEXT = { getTypeParser: () => (value: string) => value };
/** How long a server may take to end a cancelled statement. */
const CANCEL_MILLISECONDS = 2000;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Cancels the statement of the backend with that process id, by another connection. Returns its wait event, as in
 * `pg_stat_activity`: `Timeout: PgSleep`.
 */
export type Cancel = (pid: number) => Promise<string | undefined>;

/** Missing in pg's types: the connection below a client, which emits each message of the protocol. */
type ClientWithConnection = pg.Client & {
  connection: EventEmitter & { sync(): void; stream: { destroy(): void } };
};

export class Session {
  readonly #client: ClientWithConnection;
  readonly #cancel: Cancel;
  readonly #nameOf: (pid: number) => string | undefined;
  #notices: string[] = [];
  #notifications: Notification[] = [];
  #tag = "";
  #givesRows = false;
  #isEnded = false;
  pid = 0;
  /** True once it may listen to a channel. */
  mayListen = false;
  /** Why the server ended it while it was idle. */
  disconnected: ServerError | undefined;

  /** `nameOf` gives the name of the session with a process id, if it has one. */
  constructor(config: pg.ClientConfig, cancel: Cancel, nameOf: (pid: number) => string | undefined) {
    // pg's types leave the connection out.
    this.#client = new pg.Client(config) as ClientWithConnection;
    this.#cancel = cancel;
    this.#nameOf = nameOf;
  }

  async connect(): Promise<this> {
    const client = this.#client;
    // A server that ends a connection gives its reason first; the error that follows says only that it is gone.
    client.on("error", (error) => {
      if (error instanceof pg.DatabaseError && SQLSTATE.test(error.code ?? "")) this.disconnected ??= errorOf(error);
    });
    // The client emits this later than its queries fail.
    client.connection.once("end", () => {
      this.#isEnded = true;
    });
    client.on("notice", ({ severity = "NOTICE", message }) => {
      if (!QUIET.has(severity)) this.#notices.push(`${severity}: ${message}`);
    });
    client.on("notification", ({ channel, payload = "", processId: pid }) => {
      const from = this.#nameOf(pid);
      this.#notifications.push({ channel, payload, ...(from !== undefined && { from }) });
    });
    await client.connect();
    client.connection.on("commandComplete", ({ text }: { text: string }) => {
      this.#tag = text;
    });
    client.connection.on("rowDescription", () => {
      this.#givesRows = true;
    });
    this.pid = Number((await client.query("SELECT pg_backend_pid() AS pid")).rows[0].pid);
    return this;
  }

  /** Runs one statement. An error of the server is a result; reaching a limit is a failure. */
  async run(statement: string, place: Place): Promise<Result<StatementResult>> {
    this.#notices = [];
    this.#givesRows = false;
    this.mayListen ||= /listen/i.test(statement);
    const answer = await this.#withinLimits(statement, place);
    if (!answer.ok) return answer;
    const notices = this.#notices.length > 0 ? { notices: this.#notices } : {};
    const came = this.takeNotifications();
    const notifications = came.length > 0 ? { notifications: came } : {};
    return { ok: true, value: { ...notices, ...answer.value, ...notifications } };
  }

  /** The notifications since the last call, in their order. */
  takeNotifications(): Notification[] {
    const taken = this.#notifications;
    this.#notifications = [];
    return taken;
  }

  /**
   * A round trip that runs nothing. A server signals listeners before it answers a NOTIFY, and an idle backend handles its
   * signals before it answers; so notifications that were sent before this call have arrived when it resolves.
   */
  async roundTrip(): Promise<void> {
    const ready = this.#ready();
    if (!this.#isEnded) this.#client.connection.sync();
    await ready;
  }

  /** Ends like a killed process, without a message to the server. */
  crash(): void {
    this.#client.connection.stream.destroy();
  }

  async end(): Promise<void> {
    await this.#client.end().catch(() => {});
  }

  /** Resolves when the server is next ready for a query, or gone. */
  async #ready(): Promise<void> {
    const { connection } = this.#client;
    if (this.#isEnded) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        connection.off("readyForQuery", done);
        connection.off("end", done);
        resolve();
      };
      connection.on("readyForQuery", done);
      connection.on("end", done);
    });
  }

  async #withinLimits(text: string, place: Place): Promise<Result<StatementResult>> {
    let failure: Promise<Result<StatementResult>> | undefined;
    const stop = (message: string, hint: string) => {
      failure ??= this.#stop().then(() => notProven(place, message, hint));
    };
    const { milliseconds } = LIMITS;
    const timer = setTimeout(() => {
      const message = `ran for ${milliseconds / 1000} s and was stopped`;
      failure ??= this.#stop().then((event) =>
        notProven(place, event ? `${message} in the wait event ${event}` : message, "make it end"),
      );
    }, milliseconds);
    try {
      const value = await this.#ask(text, stop);
      return (await failure) ?? { ok: true, value };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Returns its wait event. */
  async #stop(): Promise<string | undefined> {
    setTimeout(() => this.crash(), CANCEL_MILLISECONDS).unref();
    return this.#cancel(this.pid).catch(() => undefined);
  }

  #ask(text: string, stop: (message: string, hint: string) => void): Promise<StatementResult> {
    const rows: (string | null)[][] = [];
    let size = 0;
    // biome-ignore lint/suspicious/noExplicitAny: pg's types know rows as objects only, and here they are arrays
    const query = new pg.Query<any>({ text, rowMode: "array", types: AS_TEXT } as pg.QueryArrayConfig);
    query.on("row", (row: (string | null)[]) => {
      size += row.join().length;
      if (rows.length >= LIMITS.rows) stop(`gives more than ${LIMITS.rows} rows`, "add a LIMIT");
      else if (size > LIMITS.output) stop(`gives more than ${LIMITS.output} characters`, "ask for less");
      else rows.push(row);
    });
    return new Promise((resolve) => {
      // The server sends the error first, and releases the transaction's locks before it is ready again.
      query.on("error", async (error) => {
        await this.#ready();
        // pg's types have a plain Error here; one from the server is a DatabaseError.
        resolve({ error: errorOf(error as pg.DatabaseError) });
      });
      query.on("end", ({ fields }) => resolve(this.#givesRows ? tableOf(fields, rows) : { tag: this.#tag }));
      this.#client.query(query);
    });
  }
}

function tableOf(fields: pg.FieldDef[], rows: (string | null)[][]): StatementResult {
  return { columns: fields.map(columnOf), rows };
}

/** The server sends no SQLSTATE for a lost connection; the standard's is 08006. */
function errorOf({ code, message, detail, hint }: pg.DatabaseError): ServerError {
  const known = code && SQLSTATE.test(code) ? code : "08006";
  return { code: known, message, ...(detail && { detail }), ...(hint && { hint }) };
}
