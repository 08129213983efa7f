/** What samples run on: a PostgreSQL and a Node, of which at most one is not the site's first. */
import { UsageError } from "../content/problems/usage-error.ts";
import { labelOf, majorOf, type NamedVersions, type System, type Version } from "../content/samples/version.ts";
import { type NodeRelease, nodeRelease, OWN_NODE } from "./node-release.ts";
import { type Server, startServer } from "./postgres/server.ts";

export interface Machine {
  /** The version that is not the site's first; undefined for the machine whose outcomes pages show. */
  version: Version | undefined;
  server: Server;
  node: NodeRelease;
}

export interface Wanted {
  named: NamedVersions;
  /** Addresses of servers of one's own, each of which stands in for npm's of the same major version. */
  addresses: readonly string[];
  siteDir: string;
  /** Which of the versions to run; undefined for all. */
  only: Version | undefined;
}

export function ownMachine(server: Server): Machine {
  return { version: undefined, server, node: OWN_NODE };
}

export function majorsOf({ server, node }: Machine): Record<System, number> {
  return { PostgreSQL: majorOf(server.version), Node: majorOf(node.version) };
}

/** All that are wanted, the first of each system first; each must be stopped. */
export async function startMachines({ named, addresses, siteDir, only }: Wanted): Promise<Machine[]> {
  const own = await startOwn(addresses);
  const [firstPostgres, ...postgres] = named.PostgreSQL;
  const [firstNode, ...nodes] = named.Node;
  const start = async (major: number | undefined) => {
    const found = own.find(({ version }) => major === undefined || majorOf(version) === major);
    if (found) own.splice(own.indexOf(found), 1);
    return found ?? startServer(undefined, siteDir, major);
  };
  const others: Version[] = [
    ...postgres.map((major) => ({ system: "PostgreSQL" as const, major })),
    ...nodes.map((major) => ({ system: "Node" as const, major })),
  ];
  const startOn = async (version: Version | undefined): Promise<Machine> => {
    const isNode = version?.system === "Node";
    const node = await nodeRelease(isNode ? version.major : firstNode, siteDir);
    // A server of one's own runs one page at a time: on Node's other versions, npm's stands beside it.
    return { version, server: await start(isNode || !version ? firstPostgres : version.major), node };
  };
  try {
    refuseStrangers(own, named);
    const first = !only || isFirst(only, named) ? [undefined] : [];
    const chosen = others.filter((one) => !only || labelOf(one) === labelOf(only));
    return await allOrNone([...first, ...chosen].map(startOn));
  } finally {
    for (const server of own) await server.stop();
  }
}

/** Those that have started are stopped where one does not. */
async function allOrNone(starting: Promise<Machine>[]): Promise<Machine[]> {
  const settled = await Promise.allSettled(starting);
  const failed = settled.find((one) => one.status === "rejected");
  if (failed) await stopMachines(settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
  return Promise.all(starting);
}

export async function stopMachines(machines: readonly Machine[]): Promise<void> {
  for (const { server } of machines) await server.stop();
}

export function isFirst({ system, major }: Version, named: NamedVersions): boolean {
  return named[system][0] === major;
}

async function startOwn(addresses: readonly string[]): Promise<Server[]> {
  const servers: Server[] = [];
  for (const address of addresses) servers.push(await startServer(address));
  return servers;
}

/** A site that names no versions takes any server. */
function refuseStrangers(own: readonly Server[], { PostgreSQL: named }: NamedVersions): void {
  const stranger = own.find(({ version }) => named.length > 0 && !named.includes(majorOf(version)));
  if (!stranger) return;
  const hint = `proofs.postgres in _data/site.ts names ${named.join(", ")}`;
  throw new UsageError(`PROVE_DATABASE_URL is PostgreSQL ${stranger.version}, and ${hint}`);
}
