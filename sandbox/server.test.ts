import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codes, type Json, start } from './test-client.ts';

describe('every answer', () => {
  it('carries the date of the sandbox, and the rate limit only for a valid token', async () => {
    const { get, call } = await start({ now: '2025-02-03T04:05:06Z', rateLimit: 5 });
    const good = await get('/me');
    expect(good.headers.get('date')).toBe('Mon, 03 Feb 2025 04:05:06 GMT');
    expect(good.headers.get('x-ratelimit-limit')).toBe('5');
    expect(good.headers.get('x-ratelimit-remaining')).toBe('4');
    expect(good.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2025-02-03T04:05:10Z') / 1000));
    const bad = await call('GET', '/me', undefined, { authorization: 'Bearer other' });
    expect([bad.status, codes(bad.json())]).toEqual([401, ['unauthorized']]);
    expect(bad.headers.get('x-ratelimit-limit')).toBeNull();
    expect(bad.headers.get('date')).toMatch(/^Mon, 03 Feb 2025/);
  });

  it('is zipped for those who take it', async () => {
    const { url, token } = await start();
    const { request } = await import('node:http');
    const bytes = await new Promise<Buffer>((resolve) => {
      const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' };
      request(`${url}/contacts`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      }).end();
    });
    expect((JSON.parse(gunzipSync(bytes).toString()) as Json).type).toBe('list');
  });

  it('says 404 for an unknown path and for a known one with another method', async () => {
    const { get, call } = await start();
    expect(codes((await get('/nothing')).json())).toEqual(['not_found']);
    expect((await call('POST', '/tags', {})).status).toBe(404);
  });

  it('says 400 for a body that is not JSON', async () => {
    const { call } = await start();
    const answer = await call('POST', '/contacts/search', '{"query"');
    expect([answer.status, codes(answer.json())]).toEqual([400, ['parameter_invalid']]);
  });

  it('says 403 with the name of the scope that is missing', async () => {
    const { get, call } = await start({ scopes: ['read_users_companies'] });
    expect((await get('/companies/scroll')).status).toBe(200);
    const refused = await call('POST', '/companies/list', {});
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(
      'You do not have the required scope (write_users_companies) to access this resource',
    );
    expect((await get('/me')).status).toBe(200);
  });

  it('says 401 token_unauthorized for a missing scope where that reading is asked for, and for no other call', async () => {
    const { get } = await start({ scopes: ['read_users_companies'], scope401: true });
    const refused = await get('/tags');
    expect([refused.status, codes(refused.json())]).toEqual([401, ['token_unauthorized']]);
    expect((await get('/companies/scroll')).status).toBe(200);
    expect((await get('/me')).status).toBe(200);
  });

  it('says 403 api_plan_restricted below the paths that the plan lacks, and below no other', async () => {
    const { get, post } = await start({ planLacks: ['tickets', 'events'] });
    const query = { field: 'created_at', operator: '>', value: 0 };
    for (const refused of [await post('/tickets/search', { query }), await get('/events?type=user')]) {
      expect([refused.status, codes(refused.json())]).toEqual([403, ['api_plan_restricted']]);
    }
    expect((await get('/ticket_types')).status).toBe(200);
    expect((await post('/contacts/search', { query })).status).toBe(200);
  });

  it('hides endpoints newer than the version asked for, and refuses unknown versions', async () => {
    const { call } = await start();
    const version = (path: string, value: string) => call('GET', path, undefined, { 'intercom-version': value });
    expect((await version('/conversations/deleted', '2.16')).status).toBe(200);
    expect(codes((await version('/conversations/deleted', '2.15')).json())).toEqual(['intercom_version_invalid']);
    expect((await version('/tags', '2.11')).status).toBe(200);
    expect(codes((await version('/tags', '9.9')).json())).toEqual(['intercom_version_invalid']);
  });
});

describe('the rate limit', () => {
  it('refuses calls beyond the window and grants them in the next one', async () => {
    const { get, post } = await start({ rateLimit: 2, now: '2025-02-03T04:05:00Z' });
    await get('/me');
    await get('/me');
    const refused = await get('/me');
    expect([refused.status, codes(refused.json())]).toEqual([429, ['rate_limit_exceeded']]);
    expect(refused.text).toContain('Exceeded rate limit of 2 in 10_seconds');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    await post('/__sandbox/mutate', { advance: 10 });
    expect((await get('/me')).status).toBe(200);
  });
});

describe('statistics and faults', () => {
  it('counts calls by endpoint and status, and not its own', async () => {
    const { get, post } = await start();
    const id = ((await get('/contacts?per_page=1')).json().data as Json[])[0]?.id;
    await get(`/contacts/${id}`);
    await get('/contacts/unknown');
    expect((await get('/__sandbox/stats')).json()).toEqual({
      calls: 3,
      byEndpoint: { 'GET /contacts': 1, 'GET /contacts/{id}': 2 },
      byStatus: { 200: 2, 404: 1 },
      byFault: {},
      windows: [3],
    });
    await post('/__sandbox/stats', {});
    expect((await get('/__sandbox/stats')).json()).toMatchObject({ calls: 0, windows: [] });
  });

  it('counts the granted calls of each window, and none that was refused', async () => {
    const { get, post } = await start({ rateLimit: 2 });
    for (let made = 0; made < 3; made += 1) await get('/tags');
    await post('/__sandbox/mutate', { operations: [], advance: 20 });
    await get('/tags');
    expect((await get('/__sandbox/stats')).json()).toMatchObject({ byStatus: { 200: 3, 429: 1 }, windows: [2, 0, 1] });
  });

  it('fails the next matching calls as told', async () => {
    const { get, post } = await start();
    await post('/__sandbox/faults', {
      faults: [
        { path: '/tags', status: 500, times: 2, after: 1 },
        { path: '/teams', kind: 'html', status: 502 },
        { path: '/contacts/{id}', kind: 'empty' },
        { path: '/segments', kind: 'reset' },
        { path: '/admins', status: 429 },
      ],
    });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await get('/tags')).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
    const html = await get('/teams');
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect((await get('/contacts/1')).text).toBe('');
    await expect(get('/segments')).rejects.toThrow();
    expect((await get('/segments')).status).toBe(200);
    expect((await get('/admins')).headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await post('/__sandbox/faults', { faults: [{ path: '/', kind: 'odd' }] })).status).toBe(400);
  });
});
