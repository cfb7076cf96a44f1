/**
 * Turns the code that Intercom's page gave into an access token.
 * Source: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth
 */
import { ConfigError, TransientError } from '@airbyte-ts/cdk-shim';
import { firstError } from '../intercom/error-codes.ts';
import { createTransport } from '../intercom/transport.ts';

interface Credentials {
  readonly id: string;
  readonly secret: string;
}

/** Asks once, since a code is good once. Throws ConfigError where the code or the app is refused, and TransientError. */
export async function exchange(code: string, { id, secret }: Credentials, baseUrl: string): Promise<string> {
  const transport = createTransport({ baseUrl });
  try {
    const body = { code, client_id: id, client_secret: secret };
    const answer = await transport.send({ method: 'POST', path: '/auth/eagle/token', body });
    const token = tokenIn(answer.body);
    if (answer.status === 200 && token) return token;
    const { code: name, message } = firstError(answer.body);
    const said = [answer.status, name, message].filter(Boolean).join(' ');
    if (answer.status === 429 || answer.status >= 500) {
      throw new TransientError(`Intercom gives no token at the moment (${said}): run init again later.`);
    }
    throw new ConfigError(
      `Intercom gives no token for the consent (${said}): check the client id and the client secret in the app's Basic information, and run init again.`,
    );
  } finally {
    transport.close();
  }
}

function tokenIn(body: unknown): string | undefined {
  const { access_token, token } = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
  return [access_token, token].find((value) => typeof value === 'string' && value !== '') as string | undefined;
}
