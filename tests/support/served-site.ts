/** A server for a built site that is not the default one, or that lives in a subfolder; closed when a test file ends. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { afterAll } from "vitest";

/** Call it once the folder is built. The result makes a whole address of a path below `base`. */
export async function serve(folder: string, base = ""): Promise<(path: string) => string> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const isInside = request.url?.startsWith(`${base}/`);
    if (isInside) request.url = request.url?.slice(base.length);
    if (isInside) files(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return (path) => `http://127.0.0.1:${port}${base}${path}`;
}

const servers: { close(): void; closeAllConnections(): void }[] = [];
afterAll(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
