/** Answers the calls of Intercom's API: faults first, then token, rate limit, scope and version, then the endpoint. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { authenticate, authorize, checkVersion } from './admission.ts';
import { ApiError, notFound } from './errors.ts';
import type { Fault } from './fault.ts';
import type { Faults } from './faults.ts';
import type { Live } from './live.ts';
import { createMemory } from './memory.ts';
import { createRateLimit } from './rate-limit.ts';
import {
  type Answer,
  collected,
  errorAnswer,
  FileBody,
  fileAnswer,
  jsonAnswer,
  parseJson,
  readText,
  send,
  textAnswer,
} from './reply.ts';
import { allRoutes } from './routes/index.ts';
import { createRouter } from './routes/route.ts';
import { cutShort, isSpoiling, saidBefore, sendBroken, sendTrickling, spoiled } from './spoil.ts';
import type { Stats } from './stats.ts';
import type { Workspace } from './workspace/workspace.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

export interface Surroundings {
  readonly stats: Stats;
  readonly faults: Faults;
  readonly live: Live;
}

export function createApi(workspace: Workspace, { stats, faults, live }: Surroundings): Handler {
  const { options, clock } = workspace;
  const limit = createRateLimit(clock, options.rateLimit, options.rateWindow);
  const findRoute = createRouter(allRoutes(workspace));
  const memory = createMemory();

  return async (request, response, url) => {
    const method = request.method ?? 'GET';
    const found = findRoute(method, url.pathname);
    const endpoint = `${method} ${found?.route.path ?? url.pathname}`;
    live.beforeCall();
    const template = found?.route.path ?? url.pathname;
    const fault = faults.take({ method, path: url.pathname, template, url });
    if (fault) stats.countFault(fault.kind === 'status' ? String(fault.status) : fault.kind);
    const wait = options.latency + (fault?.kind === 'slow' ? fault.delay : 0);
    if (wait > 0) await sleep(wait);
    if (fault?.kind === 'reset') {
      stats.count(endpoint, 'reset');
      request.socket.destroy();
      return;
    }
    const answer = await decide();
    stats.count(endpoint, answer.status);
    if (fault?.kind === 'broken') return sendBroken(response, answer);
    if (fault?.kind === 'trickle') return sendTrickling(response, answer, fault.delay);
    await send(request, response, answer);

    async function decide(): Promise<Answer> {
      let headers: Readonly<Record<string, string>> = {};
      try {
        const text = await readText(request);
        authenticate(request.headers.authorization, options.token);
        if (fault?.status === 401) return faultAnswer(fault, {}, limit.message);
        const grant = limit.take();
        headers = grant.headers;
        if (grant.allowed) stats.countGranted(grant.window);
        if (fault && !isSpoiling(fault)) return faultAnswer(fault, headers, limit.message);
        if (!grant.allowed) throw new ApiError(429, 'rate_limit_exceeded', limit.message);
        if (!found) throw notFound();
        authorize(found.route, options);
        checkVersion(found.route, request.headers['intercom-version']?.toString());
        const body = parseJson(text);
        const said = saidBefore(fault, memory, endpoint);
        if (said) return jsonAnswer(200, said, headers);
        const result = found.route.handle({ params: found.params, url, body });
        if (found.route.answers === 'text') return textAnswer(String(result), headers);
        if (result instanceof FileBody) {
          const answer = fileAnswer(result, headers);
          return fault ? cutShort(fault, await collected(answer)) : answer;
        }
        const exchange = { result, url, body, firstNext: memory.firstNext(endpoint) };
        memory.keep(endpoint, result);
        return fault ? spoiled(fault, exchange, headers) : jsonAnswer(200, result, headers);
      } catch (error) {
        return errorAnswer(error, headers);
      }
    }
  };
}

const faultCodes: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['unauthorized', 'Access Token Invalid'],
  403: ['api_plan_restricted', 'Active subscription needed.'],
  404: ['not_found', 'Resource Not Found'],
  408: ['request_timeout', 'Request Timeout'],
  500: ['server_error', 'Request failed due to an internal network error. Please restart the scroll operation.'],
  503: ['service_unavailable', 'Sorry, the API service is temporarily unavailable'],
};

/** A 429 on demand looks like a real one: no calls remain in the window. */
function faultAnswer(fault: Fault, granted: Readonly<Record<string, string>>, limitMessage: string): Answer {
  const headers = fault.status === 429 ? { ...granted, 'X-RateLimit-Remaining': '0' } : granted;
  if (fault.kind === 'html') {
    const text = `<html><head><title>${fault.status}</title></head><body><center>nginx</center></body></html>`;
    return { status: fault.status, headers: { ...headers, 'Content-Type': 'text/html' }, text };
  }
  if (fault.kind === 'empty') return { status: fault.status, headers, text: '' };
  if (fault.body !== undefined) return jsonAnswer(fault.status, fault.body, headers);
  const [code, message] =
    fault.status === 429
      ? ['rate_limit_exceeded', limitMessage]
      : (faultCodes[fault.status] ?? ['server_error', 'Something went wrong']);
  return errorAnswer(new ApiError(fault.status, code, message), headers);
}
