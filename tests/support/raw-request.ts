/** A request as it goes over the wire: nothing is decoded, followed or added. */
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import * as zlib from "node:zlib";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Every line, with its name as it was sent. */
  lines: [name: string, value: string][];
  bytes: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** `path` is sent as it is. */
export function rawRequest(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { rawHeaders } = response;
        const lines = rawHeaders.flatMap((name, at): [string, string][] =>
          at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ""]] : [],
        );
        resolve({ status: response.statusCode ?? 0, headers: response.headers, lines, bytes: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}

export function decoded({ headers, bytes }: RawAnswer): Buffer {
  const coding = headers["content-encoding"];
  if (coding === undefined) return bytes;
  if (coding === "br") return brotliDecompressSync(bytes);
  if (coding === "gzip") return gunzipSync(bytes);
  if (coding === "zstd") return zlib.zstdDecompressSync(bytes);
  throw new Error(`${coding} is no coding that was asked for`);
}
