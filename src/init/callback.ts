/** Waits on this machine for the browser that Intercom sends back. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ConfigError } from '@airbyte-ts/cdk-shim';

export interface Callback {
  /** What the browser brought, and the function that shows a sentence in it. Throws ConfigError after `waitMs`. */
  readonly arrival: (waitMs: number) => Promise<Arrival>;
  readonly close: () => void;
}

export interface Arrival {
  readonly query: URLSearchParams;
  readonly show: (sentence: string) => Promise<void>;
}

const PATH = '/callback';

/** The address that the app registers with Intercom. */
export const callbackUrl = (port: number) => `http://127.0.0.1:${port}${PATH}`;

/** Listens on 127.0.0.1 only. Throws ConfigError where it cannot, such as on a port in use. */
export async function listen(port: number): Promise<Callback> {
  const arrived = Promise.withResolvers<Arrival>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', callbackUrl(port));
    // Browsers also ask for an icon.
    if (request.method !== 'GET' || url.pathname !== PATH) response.writeHead(404).end();
    else arrived.resolve({ query: url.searchParams, show: (sentence) => showPage(request, response, sentence) });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `Port ${port} of 127.0.0.1 cannot be used (${error.code}): end the program that uses it, or choose another one with --port and register ${callbackUrl(port).replace(String(port), 'PORT')} as a redirect URL of the app.`,
    );
  });
  return {
    async arrival(waitMs) {
      const late = new ConfigError(
        `No answer came from Intercom's page in ${Math.ceil(waitMs / 60_000)} minutes: check that ${callbackUrl(port)} is among the redirect URLs of the app, and run init again.`,
      );
      const timer = setTimeout(() => arrived.reject(late), waitMs);
      return arrived.promise.finally(() => clearTimeout(timer));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function showPage(request: IncomingMessage, response: ServerResponse, sentence: string): Promise<void> {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>source-intercom</title><body><p>${sentence}</p></body></html>`;
  const sent = Promise.race([once(response, 'finish'), once(request.socket, 'close')]);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' }).end(body);
  await sent;
}
