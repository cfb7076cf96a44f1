/** The consent page and the exchange of its code, as a browser and an app see them. */
import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from './options.ts';
import { codes, start } from './test-client.ts';

const redirect = 'http://127.0.0.1:1/callback?kept=1';
const asked = { client_id: 'sandbox-client', redirect_uri: redirect, state: 'a"b' };
const secrets = { client_id: 'sandbox-client', client_secret: 'sandbox-secret' };

async function opened(options: Partial<SandboxOptions> = {}) {
  const client = await start(options);
  const press = async (answer: string, fields: Record<string, string> = asked) => {
    const body = new URLSearchParams({ ...fields, answer });
    const response = await fetch(`${client.url}/oauth`, { method: 'POST', body, redirect: 'manual' });
    return new URL(response.headers.get('location') ?? '').searchParams;
  };
  return { ...client, press };
}

it('shows the app and two buttons, and keeps what it was asked with', async () => {
  const { get } = await opened({ apps: [{ id: 'sandbox-client', secret: 's', name: 'Ours & theirs' }] });
  const { text } = await get(`/oauth?${new URLSearchParams(asked)}`);
  for (const part of ['Ours &amp; theirs', '>Authorize<', '>Deny<', 'value="a&quot;b"']) expect(text).toContain(part);
});

it('sends the browser back with a code that is good once, for its app alone', async () => {
  const { press, post, token } = await opened({ apps: [{ ...secretsOf('sandbox-client') }, secretsOf('other')] });
  const answer = await press('authorize');
  expect(answer.get('state')).toBe(asked.state);
  expect(answer.get('kept')).toBe('1');
  const code = answer.get('code');
  const other = { client_id: 'other', client_secret: 'secret-of-other', code };
  expect((await post('/auth/eagle/token', other)).status).toBe(400);
  const own = { client_id: 'sandbox-client', client_secret: 'secret-of-sandbox-client', code };
  expect((await post('/auth/eagle/token', { ...own, client_secret: 'no' })).status).toBe(401);
  expect((await post('/auth/eagle/token', own)).json()).toMatchObject({ access_token: token, token_type: 'Bearer' });
  expect((await post('/auth/eagle/token', own)).status).toBe(400);
});

it('takes a form too, and forgets a code after five minutes', async () => {
  const { press, post, url } = await opened();
  const send = async () => {
    const body = new URLSearchParams({ ...secrets, code: (await press('authorize')).get('code') ?? '' });
    return fetch(`${url}/auth/eagle/token`, { method: 'POST', body });
  };
  expect((await send()).status).toBe(200);
  const late = (await press('authorize')).get('code');
  await post('/__sandbox/mutate', { operations: [], advance: 301 });
  const refused = await post('/auth/eagle/token', { ...secrets, code: late });
  expect(codes(refused.json())).toEqual(['parameter_invalid']);
});

it('sends the browser back with an error when consent is denied', async () => {
  const { press } = await opened();
  expect(Object.fromEntries(await press('deny'))).toEqual({ kept: '1', error: 'access_denied', state: asked.state });
});

describe('refuses', () => {
  it.each([
    ['an app that does not exist', { ...asked, client_id: 'nobody' }],
    ['an address that is none', { ...asked, redirect_uri: 'back' }],
    ['an address without HTTPS, where that is asked for', asked],
  ])('%s', async (_, fields) => {
    const { get } = await opened({ redirects: 'https' });
    expect((await get(`/oauth?${new URLSearchParams(fields)}`)).status).toBe(400);
  });
});

function secretsOf(id: string) {
  return { id, secret: `secret-of-${id}`, name: id };
}
