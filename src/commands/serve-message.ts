/** Development: a server that shows one message at every address until there is a site to show. */
import { once } from "node:events";
import { createServer } from "node:http";
import { escapeMarkup } from "../content/text/escape.ts";

/** Pages ask again every second. Returns what stops the server. */
export async function serveMessage(message: string, port: number): Promise<() => Promise<void>> {
  const html = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>This site can't be made</title>
<h1>This site can’t be made</h1>
<pre role="alert">${escapeMarkup(message)}</pre></html>
`;
  const server = createServer((_request, response) => {
    response.writeHead(503, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(html);
  });
  server.listen(port);
  await once(server, "listening");
  return async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
}
