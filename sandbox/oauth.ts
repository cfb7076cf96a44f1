/**
 * Signing in through OAuth: the page on which a person lets an app read the workspace, and the exchange of the code for a token.
 * Source: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Handler } from './api.ts';
import type { Clock } from './clock.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { ApiError, parameterInvalid } from './errors.ts';
import type { SandboxOptions } from './options.ts';
import { type Answer, jsonAnswer, parseJson, readText, send } from './reply.ts';

/** An app of the Developer Hub that may ask for consent. */
export interface OAuthApp {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
}

/** A code is good for five minutes, and once. */
const CODE_MS = 5 * 60 * 1000;

type OAuthOptions = Pick<SandboxOptions, 'apps' | 'redirects' | 'token'>;

/** Returns the handler of a path; undefined where the path has nothing to do with OAuth. */
export function createOAuth(options: OAuthOptions, clock: Clock): (path: string) => Handler | undefined {
  const codes = new Map<string, { readonly app: string; readonly until: number }>();

  /** The page, or where its form leads. */
  function consent(method: string, asked: URLSearchParams): Answer {
    const app = options.apps.find(({ id }) => id === asked.get('client_id'));
    const redirect = asked.get('redirect_uri') ?? '';
    if (!app) return page(400, refusalPage('There is no app with this client id.'));
    if (!isAllowed(redirect, options.redirects)) {
      return page(400, refusalPage('The redirect address is none of those that the app has registered.'));
    }
    const state = asked.get('state') ?? '';
    if (method !== 'POST')
      return page(200, consentPage(app.name, { client_id: app.id, redirect_uri: redirect, state }));
    const target = new URL(redirect);
    if (asked.get('answer') === 'authorize') target.searchParams.set('code', newCode(app));
    else target.searchParams.set('error', 'access_denied');
    target.searchParams.set('state', state);
    return { status: 302, headers: { Location: target.href }, text: '' };
  }

  function newCode({ id }: OAuthApp): string {
    const code = randomUUID();
    codes.set(code, { app: id, until: clock.now() + CODE_MS });
    return code;
  }

  function exchange({ code, client_id: id, client_secret: secret }: Fields): Answer {
    const app = options.apps.find((each) => each.id === id && each.secret === secret);
    if (!app) throw new ApiError(401, 'unauthorized', 'Client authentication failed');
    const given = codes.get(code ?? '');
    if (given?.app !== app.id || given.until < clock.now()) throw parameterInvalid('The code is not valid');
    codes.delete(code ?? '');
    return jsonAnswer(200, { token_type: 'Bearer', token: options.token, access_token: options.token });
  }

  return (path) => {
    if (path === '/oauth') {
      return async (request, response, url) => {
        const isForm = request.method === 'POST';
        const asked = isForm ? new URLSearchParams(await readText(request)) : url.searchParams;
        await send(request, response, consent(request.method ?? 'GET', asked));
      };
    }
    if (path !== '/auth/eagle/token') return undefined;
    return async (request, response) => send(request, response, exchange(await fieldsOf(request)));
  };
}

type Fields = Readonly<Partial<Record<'code' | 'client_id' | 'client_secret', string>>>;

/** The fields of a form or of a JSON object. */
async function fieldsOf(request: IncomingMessage): Promise<Fields> {
  const text = await readText(request);
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : ((parseJson(text) ?? {}) as Fields);
}

function isAllowed(redirect: string, redirects: OAuthOptions['redirects']): boolean {
  return URL.canParse(redirect) && (redirects === 'any' || redirect.startsWith('https:'));
}

function page(status: number, text: string): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, text };
}
