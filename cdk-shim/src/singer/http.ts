/** Measures every HTTP call of this process: https://nodejs.org/api/diagnostics_channel.html#http */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Metric } from './log.ts';

interface Call {
  readonly request: ClientRequest;
  readonly response?: IncomingMessage;
}

/** Writes a metric for each answer. Returns a function that stops this. */
export function measureCalls(write: (metric: Metric) => void): () => void {
  const startedAt = new WeakMap<ClientRequest, number>();
  const start = (message: unknown) => {
    startedAt.set((message as Call).request, performance.now());
  };
  const finish = (message: unknown) => {
    const { request, response } = message as Call;
    const began = startedAt.get(request);
    if (began === undefined) return;
    const status = response?.statusCode ?? 0;
    write({
      type: 'timer',
      metric: 'http_request_duration',
      value: Math.round(performance.now() - began) / 1000,
      tags: {
        endpoint: endpointOf(request),
        ...(status > 0 ? { http_status_code: status } : {}),
        status: status >= 200 && status < 400 ? 'succeeded' : 'failed',
      },
    });
  };
  const channels = [
    ['http.client.request.start', start],
    ['http.client.response.finish', finish],
    ['http.client.request.error', finish],
  ] as const;
  for (const [name, listener] of channels) subscribe(name, listener);
  return () => {
    for (const [name, listener] of channels) unsubscribe(name, listener);
  };
}

/** Returns the method and the path, without query and ids, so that all calls to one endpoint have the same name. */
export function endpointOf({ method, path }: Pick<ClientRequest, 'method' | 'path'>): string {
  const [withoutQuery = ''] = path.split('?');
  const parts = withoutQuery.split('/').map((part) => (/^[a-z_]*$/.test(part) ? part : '{id}'));
  return `${method} ${parts.join('/')}`;
}
