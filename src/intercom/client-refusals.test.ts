import type { IncomingMessage } from 'node:http';
import { ConfigError, endsSync, SkippedError, TransientError } from '@airbyte-ts/cdk-shim';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from './client.ts';
import { UnexpectedAnswer } from './errors.ts';
import { type Answer, ask, caller, clientOf, closeAll, error, json } from './test-client.ts';

afterEach(closeAll);

describe('the client', () => {
  it('believes a 401 only when it comes twice, and then ends everything', async () => {
    const refusal = json(401, error('unauthorized', 'Access Token Invalid'));
    const once = await clientOf([refusal, json(200, { fine: true })]);
    expect(await ask(once.client)).toEqual({ fine: true });
    const twice = await clientOf([refusal]);
    const thrown = await ask(twice.client).catch((reason: unknown) => reason);
    expect(endsSync(thrown)).toBe(true);
    expect(String(thrown)).toContain('access_token');
    expect(String(thrown)).not.toContain('secret-token');
    expect(twice.requests).toHaveLength(2);
  });

  describe('sorts a refusal by its code', () => {
    const unclear = json(401, error('token_unauthorized', 'Not authorized to access resource'));
    const page: Answer = (_, response) => response.writeHead(401).end('<html>401 Authorization Required</html>');
    /** A client of a server that refuses all but /me with `refusal`, and answers /me with `me`. */
    const refusing = (refusal: Answer, me: Answer) =>
      clientOf([(request, response) => (request.url === '/me' ? me : refusal)(request, response)]);
    const thrownBy = (client: Client, path = '/tags') =>
      client.ask(caller, { method: 'GET', path }).catch((reason: unknown) => reason);
    const asked = (requests: readonly IncomingMessage[]) => requests.map(({ url }) => url);

    it.each([
      ['token_unauthorized', unclear],
      ['a code that nobody documents', json(401, error('no_such_code', 'No'))],
      ['no body', (_, response) => response.writeHead(401).end()] as [string, Answer],
      ['a page of HTML', page],
    ])('a 401 with %s is a missing permission where /me is answered', async (_, refusal) => {
      const { client, requests } = await refusing(refusal, json(200, { type: 'admin' }));
      const thrown = await thrownBy(client);
      expect(thrown).toBeInstanceOf(ConfigError);
      expect(endsSync(thrown)).toBe(false);
      expect(String(thrown)).toContain('GET /tags');
      expect(String(thrown)).toContain('"Read tags"');
      expect(asked(requests)).toEqual(['/tags', '/tags', '/me']);
    });

    it('asks /me once for all that is refused', async () => {
      const { client, requests } = await refusing(unclear, json(200, { type: 'admin' }));
      await Promise.all([thrownBy(client), thrownBy(client, '/contacts/1'), thrownBy(client, '/events')]);
      expect(String(await thrownBy(client, '/events'))).toContain('"Read events"');
      expect(asked(requests).filter((url) => url === '/me')).toHaveLength(1);
    });

    it.each([
      ['token_unauthorized', unclear],
      ['a page of HTML', page],
    ])('a 401 with %s ends everything where /me is refused, too', async (_, refusal) => {
      const { client, requests } = await refusing(refusal, refusal);
      const thrown = await thrownBy(client);
      expect(endsSync(thrown)).toBe(true);
      expect(String(thrown)).toContain('access_token');
      expect(asked(requests)).toEqual(['/tags', '/tags', '/me', '/me']);
    });

    it('the refusal stands where /me cannot be asked', async () => {
      const { client } = await refusing(unclear, json(503, ''));
      const thrown = await thrownBy(client);
      expect(thrown).toBeInstanceOf(ConfigError);
      expect(endsSync(thrown)).toBe(false);
    });

    it('a missing permission that comes as 401 is asked for once more, too', async () => {
      const { client } = await clientOf([unclear, json(200, { fine: true })]);
      expect(await ask(client)).toEqual({ fine: true });
    });

    const codes = ['unauthorized', 'missing_authorization', 'token_blocked', 'token_expired', 'token_not_found'];
    it.each([...codes, 'token_revoked', 'token_suspended'])('%s is about the token', async (code) => {
      const { client, requests } = await refusing(json(401, error(code, 'No')), json(200, {}));
      expect(endsSync(await thrownBy(client))).toBe(true);
      expect(asked(requests)).toEqual(['/tags', '/tags']);
    });

    it('api_plan_restricted is about the plan', async () => {
      const { client } = await clientOf([json(403, error('api_plan_restricted', 'Active subscription needed.'))]);
      const thrown = await thrownBy(client);
      expect(thrown).toMatchObject({ name: 'RefusedError', reason: 'plan' });
      expect(String(thrown)).toContain("the workspace's plan does not include this");
      expect(String(thrown)).not.toContain('give the token');
    });
  });

  describe('takes an error in a good answer for the error that it is:', () => {
    const answers: readonly (readonly [string, object, unknown])[] = [
      ['not_found', error('not_found', 'Resource Not Found'), SkippedError],
      ['conversation_not_found', error('conversation_not_found', 'Conversation not found'), SkippedError],
      ['server_error', error('server_error', 'Something went wrong'), TransientError],
      ['forbidden', error('forbidden', 'You do not have the required scope'), ConfigError],
      ['an unknown code', error('odd_code', 'Something odd'), UnexpectedAnswer],
      ['a list without a type', { errors: [{ code: 'odd_code', message: 'Something odd' }] }, UnexpectedAnswer],
      ['a single error', { type: 'error', request_id: '1', message: 'Something odd' }, UnexpectedAnswer],
    ];

    it.each(answers)('%s', async (_, body, kind) => {
      const { client } = await clientOf([json(200, body)]);
      const thrown = await ask(client).catch((reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(kind);
      if (kind === UnexpectedAnswer) expect(String(thrown)).toContain('Something odd');
    });

    it('a rate limit', async () => {
      const { client, requests } = await clientOf([
        json(200, error('rate_limit_exceeded', 'Exceeded rate limit'), { 'Retry-After': '0' }),
        json(200, { data: [] }),
      ]);
      expect(await ask(client)).toEqual({ data: [] });
      expect(requests).toHaveLength(2);
    });

    it('and data for data, whatever else it holds', async () => {
      const body = { type: 'list', data: [], errors: [{ code: 'odd_code', message: 'Something odd' }] };
      const { client } = await clientOf([json(200, body)]);
      expect(await ask(client)).toEqual(body);
    });
  });

  it('sorts what cannot be retried by what happens next', async () => {
    const forbidden = await clientOf([json(403, error('forbidden', 'You do not have the required scope (read_tags)'))]);
    await expect(ask(forbidden.client)).rejects.toThrow(ConfigError);
    await expect(ask(forbidden.client)).rejects.toThrow('read_tags');
    const gone = await clientOf([(_, response) => response.writeHead(404).end('<html>nginx</html>')]);
    await expect(ask(gone.client)).rejects.toThrow(SkippedError);
    const strange = await clientOf([json(418, { errors: null })]);
    await expect(ask(strange.client)).rejects.toThrow(UnexpectedAnswer);
    expect(strange.requests).toHaveLength(1);
  });
});
