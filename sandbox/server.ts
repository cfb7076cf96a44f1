/** Serves a simulated Intercom workspace over HTTP on this machine. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from './api.ts';
import { createClock } from './clock.ts';
import { createControl } from './control.ts';
import { createFaults } from './faults.ts';
import { createLive } from './live.ts';
import { createOAuth } from './oauth.ts';
import { defaultOptions, type SandboxOptions } from './options.ts';
import { errorAnswer, send } from './reply.ts';
import { createStats } from './stats.ts';
import { createWorkspace } from './workspace/create-workspace.ts';

export interface RunningSandbox {
  /** Base URL, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Access token that the API accepts. */
  readonly token: string;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
}

/** Starts a workspace; options left out take their defaults. Resolves once it listens. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const settings: SandboxOptions = { ...defaultOptions, ...options };
  const clock = createClock(instant(settings.now));
  const workspace = createWorkspace(settings, clock);
  const stats = createStats();
  const faults = createFaults(settings);
  const live = createLive(workspace);
  const surroundings = { stats, faults, live };
  const api = createApi(workspace, surroundings);
  const control = createControl(workspace, surroundings);
  const oauth = createOAuth(settings, clock);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.sendDate = false;
    response.setHeader('Date', new Date(clock.now()).toUTCString());
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
    const handler = url.pathname.startsWith('/__sandbox/') ? control : (oauth(url.pathname) ?? api);
    try {
      await handler(request, response, url);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else await send(request, response, errorAnswer(error));
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () => {
    live.stop();
    return closed(server);
  };
  return { url: `http://127.0.0.1:${port}`, token: settings.token, close };
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function instant(text: string): number {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new RangeError(`now is not an ISO 8601 instant: ${text}`);
  return milliseconds;
}
