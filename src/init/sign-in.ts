/** Signs in through OAuth: Intercom's page in the browser, the way back, and the token. */
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { ConfigError } from '@airbyte-ts/cdk-shim';
import { openBrowser } from './browser.ts';
import { type Arrival, callbackUrl, listen } from './callback.ts';
import { exchange } from './exchange.ts';

/** An app of the Developer Hub, and how Intercom sends a browser back to it. */
export interface App {
  readonly id: string;
  readonly secret: string;
  readonly port: number;
  /** The registered address, where it does not lead to this program: a person then pastes where the browser ends. */
  readonly redirectUrl: string | undefined;
}

export interface SignIn {
  /** The address of Intercom's page, without its query. */
  readonly page: string;
  readonly baseUrl: string;
  readonly browser: boolean;
  readonly waitMs: number;
  readonly say: (line: string) => void;
}

/** Returns an access token. Throws ConfigError where the person or Intercom refuses. */
export async function signIn(app: App, options: SignIn): Promise<string> {
  const state = randomBytes(24).toString('base64url');
  const { port, redirectUrl } = app;
  const tokenFrom = async (query: URLSearchParams) => exchange(codeIn(query, state), app, options.baseUrl);
  if (redirectUrl !== undefined) {
    lead(addressOf(app, redirectUrl, state, options), options);
    return tokenFrom(await pasted());
  }
  const callback = await listen(port);
  try {
    lead(addressOf(app, callbackUrl(port), state, options), options);
    const arrival = await callback.arrival(options.waitMs);
    return await shown(arrival, tokenFrom);
  } finally {
    callback.close();
  }
}

function addressOf({ id }: App, redirectUrl: string, state: string, { page }: SignIn): string {
  return `${page}?${new URLSearchParams({ client_id: id, state, redirect_uri: redirectUrl })}`;
}

/** The address is said too: the browser may be on another machine. */
function lead(address: string, { browser, say }: SignIn): void {
  say(`Let the app read the workspace on this page:\n${address}`);
  if (browser) openBrowser(address, () => say('No browser could be opened: open the address yourself.'));
}

/** The browser shows how it went. */
async function shown(
  { query, show }: Arrival,
  tokenFrom: (query: URLSearchParams) => Promise<string>,
): Promise<string> {
  try {
    const token = await tokenFrom(query);
    await show('You are signed in. You can close this page.');
    return token;
  } catch (error) {
    await show('You are not signed in: the terminal says why. You can close this page.');
    throw error;
  }
}

function codeIn(query: URLSearchParams, state: string): string {
  const error = query.get('error');
  if (error === 'access_denied') {
    throw new ConfigError("The consent was denied on Intercom's page: run init again and authorize the app there.");
  }
  if (error !== null) throw new ConfigError(`Intercom's page ended with the error "${error}": run init again.`);
  if (query.get('state') !== state) {
    throw new ConfigError(
      'The answer belongs to another sign-in, since its state is another one: close old pages, and run init again.',
    );
  }
  const code = query.get('code');
  if (code) return code;
  throw new ConfigError("The answer of Intercom's page has no code: run init again.");
}

async function pasted(): Promise<URLSearchParams> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const line = await Promise.race([lines.question('Paste the address at which the browser ends: '), ended]);
  lines.close();
  if (URL.canParse(line.trim())) return new URL(line.trim()).searchParams;
  throw new ConfigError('What was pasted is no address: run init again, and copy all of what the browser shows.');
}
