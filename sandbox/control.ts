/** The sandbox's own endpoints under `/__sandbox/`: truth, changes, statistics, faults, live changes. No token, no rate limit. */
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Handler, Surroundings } from './api.ts';
import { notFound, parameterInvalid } from './errors.ts';
import { jsonAnswer, parseJson, readText, send } from './reply.ts';
import { type MutateRequest, mutate } from './workspace/mutate.ts';
import { truth, truthStreams } from './workspace/truth.ts';
import type { TruthRow } from './workspace/truth-row.ts';
import type { Workspace } from './workspace/workspace.ts';

export function createControl(workspace: Workspace, { stats, faults, live }: Surroundings): Handler {
  return async (request, response, url) => {
    const name = `${request.method} ${url.pathname.slice('/__sandbox/'.length)}`;
    if (name === 'GET truth') return sendTruth(workspace, url, response);
    const body = parseJson(await readText(request));
    return send(request, response, jsonAnswer(200, answer(name, body)));
  };

  function answer(name: string, body: unknown): unknown {
    switch (name) {
      case 'POST mutate':
        return mutate(workspace, (body ?? {}) as MutateRequest);
      case 'POST faults':
        return faults.set(body);
      case 'POST live':
        return live.set(body);
      case 'POST stats':
        stats.reset();
        return stats.report();
      case 'GET stats':
        return stats.report();
      default:
        throw notFound();
    }
  }
}

const chunkSize = 64 * 1024;

/** NDJSON, a row at a time, as fast as the reader takes it. */
async function sendTruth(workspace: Workspace, url: URL, response: ServerResponse): Promise<void> {
  const rows = truth(workspace, url.searchParams.get('stream') ?? '');
  if (rows === undefined) throw parameterInvalid(`stream must be one of: ${truthStreams.join(', ')}`);
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
  await pipeline(chunks(rows, url.searchParams.get('bodies') === 'true'), response);
}

function* chunks(rows: Iterable<TruthRow>, withBodies: boolean): Generator<string> {
  let chunk = '';
  for (const { body, ...row } of rows) {
    chunk += `${JSON.stringify(withBodies ? { ...row, body } : row)}\n`;
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
