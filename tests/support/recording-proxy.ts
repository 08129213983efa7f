/** Stands between a program and a server, passes on what both say as it is, and notes what was asked and answered. */
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface Exchange {
  path: string;
  status: number;
  conditions: string[];
  coding: string | undefined;
}

export interface RecordingProxy {
  url: string;
  /** What there was since this was last called. */
  taken: () => Exchange[];
  stop: () => Promise<void>;
}

export async function recordingProxy(port: number): Promise<RecordingProxy> {
  let exchanges: Exchange[] = [];
  const server = createServer((asked, answer) => {
    const { method, url: path = "/", headers } = asked;
    const passed = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      const conditions = ["if-none-match", "if-modified-since"].filter((name) => name in headers);
      exchanges.push({
        path,
        status: response.statusCode ?? 0,
        conditions,
        coding: response.headers["content-encoding"],
      });
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    taken() {
      const all = exchanges;
      exchanges = [];
      return all;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
