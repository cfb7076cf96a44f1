/** Which region a token belongs to, where each region has a host of its own. */
import { expect, it, onTestFinished } from 'vitest';
import type { SandboxOptions } from '../../sandbox/options.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { settingsOf } from '../../src/config/parse.ts';
import { findWorkspace } from '../../src/init/workspace.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';

const size = { companies: 1, contacts: 1, conversations: 1, tickets: 1 };

/** Regions by their hosts, each of which accepts a token and names a region. */
async function hosts(options: Readonly<Record<string, Pick<SandboxOptions, 'token' | 'region'>>>) {
  const urls = new Map<string, string>();
  for (const [region, its] of Object.entries(options)) {
    const sandbox = await startSandbox({ ...size, ...its });
    onTestFinished(sandbox.close);
    urls.set(region, sandbox.url);
  }
  return async (region: string) => {
    const config = { access_token: 'ours', start_date: '2024-01-01T00:00:00Z' };
    const { token, baseUrl, limits, settings } = settingsOf(config, { INTERCOM_BASE_URL: urls.get(region) });
    const client = createClient({ token, baseUrl, limiter: createRateLimiter(limits), firstWaitMs: 1 });
    return { client, settings, answers: new Map() };
  };
}

it('is the first whose host accepts the token', async () => {
  const openIn = await hosts({
    us: { token: 'theirs', region: 'US' },
    eu: { token: 'theirs', region: 'EU' },
    au: { token: 'ours', region: 'AU' },
  });
  const { region, context } = await findWorkspace(openIn, ['us', 'eu', 'au']);
  context.client.close();
  expect(region).toBe('au');
});

it('is the one that another host names, where its own host accepts the token', async () => {
  const openIn = await hosts({ us: { token: 'ours', region: 'EU' }, eu: { token: 'ours', region: 'EU' } });
  const { region, context } = await findWorkspace(openIn, ['us', 'eu']);
  context.client.close();
  expect(region).toBe('eu');
});

it('is the one whose host answers, where the host of the other does not accept the token', async () => {
  const openIn = await hosts({ us: { token: 'ours', region: 'EU' }, eu: { token: 'theirs', region: 'EU' } });
  const { region, context } = await findWorkspace(openIn, ['us', 'eu']);
  context.client.close();
  expect(region).toBe('us');
});

it('is none where no host accepts the token', async () => {
  const openIn = await hosts({ us: { token: 'theirs', region: 'US' }, eu: { token: 'theirs', region: 'EU' } });
  await expect(findWorkspace(openIn, ['us', 'eu'])).rejects.toThrow(
    'Intercom does not accept the access token in the regions us, eu: copy the whole token again',
  );
});
