/** Serves what a builder writes, and tells pages that are open when they have become other ones. */
import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { DEFAULT_HOST } from "../options/options.ts";
import { listen } from "./listen.ts";
import { messagePage } from "./message-page.ts";
import { digestOf, EVENTS_PATH, withReloadScript } from "./reload-script.ts";
import { fileAt, sendFile } from "./static-files.ts";
import { EDIT_PATH, pageOfWorkshop } from "./workshop-addresses.ts";
import type { WorkshopPage } from "./workshop-page.ts";

const NOT_FOUND = "404.html";

/** A folder with a site, or what there is to say at every address while there is none. */
export type Shown = ShownFolder | { title: string; text: string };

interface ShownFolder {
  folder: string;
  /** What is known about a page, by its site-relative path. */
  workshop: (path: string) => Promise<WorkshopPage | undefined>;
}

export interface PreviewServer {
  /** Those of the server, with a `/` at their ends; the first one is for this machine. */
  urls: readonly string[];
  /** The same again means that there may be other files in it. */
  show(shown: Shown): void;
  close(): Promise<void>;
}

interface Where {
  host: string;
  port: number;
  /** Where the site is on the server, such as `/blog/`. */
  base: string;
}

interface Html {
  status: number;
  text: string;
}

interface Reader {
  path: string;
  shown: string;
  response: ServerResponse;
}

/** Whoever asks before there is something to show, waits for it. Throws a `UsageError` where it can't listen. */
export async function servePreview({ host, port, base }: Where): Promise<PreviewServer> {
  const readers = new Set<Reader>();
  let shown: Shown | undefined;
  /** Changes each time that there is something to show, and differs between servers. */
  let edition = "";
  let ready = () => {};
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });

  const listening = await listen(host, port, (request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isAllowed(request, host)) return end(response, 403, "This address is not one of the server of development.");
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "Only GET is answered.");
    await isReady;
    // Whatever is shown while the page is read makes it an earlier one.
    const atFirst = edition;
    const { pathname, search, searchParams } = new URL(request.url ?? "/", "http://server");
    if (pathname === EVENTS_PATH) return follow(searchParams, response);
    if (pathname === EDIT_PATH || pageOfWorkshop(pathname) !== undefined) {
      if (!isFromHere(request) || !isAllowed(request, DEFAULT_HOST))
        return end(response, 403, "The workshop is for the machine of the server alone.");
      if (pathname === EDIT_PATH) return edit(searchParams.get("page") ?? "/", request, response);
    }
    if (!shown || !("folder" in shown)) return sendHtml(response, await htmlAt(pathname), atFirst);
    if (pathname === "/" && base !== "/") return redirect(response, base);
    const file = await fileOf(shown.folder, pathname);
    // Two slashes at its start would name another host.
    const own = pathname.replace(/^\/+/, "/");
    if (file && !pathname.endsWith("/") && (await isFolder(file))) return redirect(response, `${own}/${search}`);
    if (file && !file.endsWith(".html") && (await sendFile(file, request, response))) return;
    sendHtml(response, await htmlAt(pathname), atFirst);
  }

  /** A page whose address has no ending is in a file that has one. */
  async function fileOf(folder: string, pathname: string): Promise<string | undefined> {
    const file = pathname.startsWith(base) ? fileAt(folder, pathname.slice(base.length - 1)) : undefined;
    const isPage = file !== undefined && !pathname.endsWith("/") && (await isFile(`${file}.html`));
    return isPage && !(await isFile(file)) ? `${file}.html` : file;
  }

  async function htmlAt(pathname: string): Promise<Html> {
    if (!shown) return { status: 503, text: "" };
    if (!("folder" in shown)) return { status: 503, text: messagePage(shown.title, shown.text) };
    const told = pageOfWorkshop(pathname);
    if (told !== undefined) return workshopAt(shown, told);
    const file = await fileOf(shown.folder, pathname);
    const text = file?.endsWith(".html") ? await textOf(file) : undefined;
    if (text !== undefined) return { status: 200, text };
    return { status: 404, text: (await notFoundAt(shown.folder, pathname)) ?? messagePage("Not found", pathname) };
  }

  /** Below the folder of a further language, the page is that language's: no other folder has one. */
  async function notFoundAt(folder: string, pathname: string): Promise<string | undefined> {
    const [top = ""] = pathname.slice(base.length).split("/");
    const file = pathname.startsWith(base) ? fileAt(folder, `/${top}/${NOT_FOUND}`) : undefined;
    return (file && (await textOf(file))) ?? textOf(join(folder, NOT_FOUND));
  }

  async function workshopAt({ workshop }: ShownFolder, pathname: string): Promise<Html> {
    const page = await workshop(inSite(pathname));
    if (page) return { status: 200, text: page.html };
    return { status: 503, text: messagePage("Workshop", "The site is being built. This page loads itself again.") };
  }

  /** Where a page's path begins at the base of the site, and may be escaped. */
  function inSite(pathname: string): string {
    const path = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
    try {
      return decodeURI(path);
    } catch {
      return path;
    }
  }

  /** The server opens nothing by itself: it only tells a browser, for its own pages, where an editor has the file. */
  async function edit(page: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const site = request.headers["sec-fetch-site"];
    if (site === "cross-site" || site === "same-site") return end(response, 403, "Only pages of this server may ask.");
    const found = shown && "folder" in shown && (await shown.workshop(inSite(pageOfWorkshop(page) ?? page)));
    if (!found) return end(response, 503, "There is no site to show yet.");
    if ("reason" in found.editor) return end(response, 404, found.editor.reason);
    redirect(response, found.editor.address);
  }

  /** A build may be writing the page's file. So a page of this edition is not compared with it before the next edition is shown. */
  function follow(query: URLSearchParams, response: ServerResponse): void {
    const reader = { path: query.get("path") ?? "/", shown: query.get("shown") ?? "", response };
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write(": hello\n\n");
    readers.add(reader);
    response.on("close", () => readers.delete(reader));
    if (query.get("edition") !== edition) tell(reader);
  }

  async function tell({ path, shown, response }: Reader): Promise<void> {
    const { text } = await htmlAt(path);
    if (digestOf(text) !== shown) response.write("data: changed\n\n");
  }

  return {
    urls: namesOf(host).map((name) => `http://${name}:${listening.port}/`),
    show(now) {
      shown = now;
      edition = randomUUID();
      ready();
      for (const reader of readers) tell(reader);
    },
    async close() {
      const closed = listening.servers.map((server) => new Promise((resolve) => server.close(resolve)));
      for (const server of listening.servers) server.closeAllConnections();
      await Promise.all(closed);
    },
  };
}

/** A site of somebody else's may have its name lead to this machine; so who is only for this machine knows its own names. */
function isAllowed({ headers }: IncomingMessage, host: string): boolean {
  if (host !== DEFAULT_HOST) return true;
  const name = (headers.host ?? "").replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  return /^(.+\.)?localhost$/i.test(name) || isIP(name) !== 0;
}

/** Also where the network can see the site: the workshop names folders of this machine. */
function isFromHere({ socket }: IncomingMessage): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? "");
}

/** What a host is called in addresses. One that stands for all addresses of a machine is none itself. */
function namesOf(host: string): string[] {
  if (host !== "0.0.0.0" && host !== "::") return [isIP(host) === 6 ? `[${host}]` : host];
  const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const reachable = others.filter(({ family, internal }) => family === "IPv4" && !internal);
  return [DEFAULT_HOST, ...reachable.map(({ address }) => address)];
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function sendHtml(response: ServerResponse, { status, text }: Html, edition: string): void {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(status, headers).end(withReloadScript(text, edition));
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}
