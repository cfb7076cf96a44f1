/** Checks a connection in this process, over real HTTP: for the sentences that `check` says. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { checkConnection } from '../../src/check/connection.ts';
import { settingsOf } from '../../src/config/parse.ts';
import { createClient } from '../../src/intercom/client.ts';
import { createRateLimiter } from '../../src/intercom/rate-limit.ts';

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };

/** `options`: fields of the config beside token and start date. Resolves to the sentence of a warning or an error; undefined where all is well. */
export async function checkHere(baseUrl: string, options: JsonObject): Promise<string | undefined> {
  const { token, limits, settings } = settingsOf({ ...config, ...options }, { INTERCOM_BASE_URL: baseUrl });
  const client = createClient({ token, baseUrl, limiter: createRateLimiter(limits) });
  try {
    return await checkConnection({ client, settings, answers: new Map() });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    client.close();
  }
}
