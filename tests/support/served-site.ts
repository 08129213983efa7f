/** Servers for built sites, on ports of their own. They answer until the tests' process ends, which they don't hold up. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** Call it once the folder is built. The result makes a whole address of a path below `base`. */
export function serve(folder: string, base = ""): Promise<(path: string) => string> {
  const files = sirv(folder, { dev: true });
  return listen((request, response) => {
    const isInside = request.url?.startsWith(`${base}/`);
    if (isInside) request.url = request.url?.slice(base.length);
    if (isInside) files(request, response);
    else response.writeHead(404).end();
  }, base);
}

export async function listen(answer: RequestListener, base = ""): Promise<(path: string) => string> {
  const server = createServer(answer).unref();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return (path) => `http://127.0.0.1:${port}${base}${path}`;
}
