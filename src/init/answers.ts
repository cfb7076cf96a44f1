/** What a config needs: from the flags, from the environment, and from a person where these leave something open. */
import { ConfigError } from '@airbyte-ts/cdk-shim';
import type { Prompter } from './prompter.ts';
import type { App } from './sign-in.ts';

export interface Flags {
  readonly config: string;
  readonly force: boolean;
  readonly token: string | undefined;
  readonly region: string | undefined;
  readonly startDate: string | undefined;
  readonly oauth: boolean;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly port: number;
  readonly redirectUrl: string | undefined;
  readonly noBrowser: boolean;
}

export interface Answers {
  readonly startDate: string;
  readonly region: string | undefined;
  /** The access token, or the app through which a person signs in. */
  readonly access: string | App;
}

/** Intercom exists since then: everything. */
const EVERYTHING = '2011-01-01';

/** `prompter`: undefined where no person is there to ask. Throws ConfigError where something is missing or wrong. */
export async function answersOf(flags: Flags, prompter: Prompter | undefined): Promise<Answers> {
  // What is wrong is said before the first question.
  const given = flags.startDate === undefined ? undefined : startDateOf(flags.startDate);
  const access = await accessOf(flags, prompter);
  const region = flags.region ?? (typeof access === 'string' ? undefined : await regionOf(prompter));
  const startDate =
    given ?? startDateOf((await prompter?.text(START, { initialValue: EVERYTHING, problemOf })) ?? EVERYTHING);
  return { access, region, startDate };
}

const START = 'From which day on should contacts, conversations and tickets be read?';

async function accessOf(flags: Flags, prompter: Prompter | undefined): Promise<Answers['access']> {
  const { token, clientId, clientSecret, port, redirectUrl } = flags;
  const way =
    (flags.oauth && 'oauth') || (token !== undefined && 'token') || (await prompter?.choose(WAY, WAYS)) || 'nothing';
  if (way === 'nothing') throw new ConfigError(missing('--token, or --oauth with --client-id and --client-secret'));
  if (way === 'token') return trimmed(token ?? (await prompter?.secret('The access token:')), '--token');
  return {
    id: trimmed(clientId ?? (await prompter?.text('The client id of the app:', { problemOf: empty })), '--client-id'),
    secret: trimmed(clientSecret ?? (await prompter?.secret('The client secret of the app:')), '--client-secret'),
    port: portOf(port),
    redirectUrl: redirectUrlOf(redirectUrl),
  };
}

function portOf(port: number): number {
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new ConfigError(`--port is ${port}: give a number from 1 to 65535.`);
}

function redirectUrlOf(text: string | undefined): string | undefined {
  if (text === undefined || URL.canParse(text)) return text;
  throw new ConfigError(`--redirect-url is "${text}": give a whole address, such as https://example.com/callback.`);
}

const WAY = 'How does Intercom let you in?';
const WAYS = { token: 'By the access token of an app of your own', oauth: 'By signing in in the browser (OAuth)' };

/** Headers cannot hold spaces or line breaks, which come along when a token is copied. */
function trimmed(value: string | undefined, flag: string): string {
  const text = value?.trim();
  if (text) return text;
  throw new ConfigError(value === undefined ? missing(flag) : `${flag} is empty: give its value.`);
}

const missing = (flags: string) => `There is no terminal to ask on, and a flag is missing: give ${flags}.`;

async function regionOf(prompter: Prompter | undefined): Promise<string | undefined> {
  const names = { us: 'the United States', eu: 'Europe', au: 'Australia' };
  return prompter?.choose('Where does Intercom host the workspace?', names);
}

function startDateOf(text: string): string {
  const problem = problemOf(text);
  if (problem !== undefined) throw new ConfigError(`--start-date is "${text}": ${problem}`);
  return text.length === 10 ? `${text}T00:00:00Z` : text;
}

function problemOf(text: string): string | undefined {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d:\d\dZ)?$/.exec(text) ?? [];
  const time = Date.parse(text);
  // JavaScript reads February 31 as a day in March.
  if (day && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return undefined;
  return 'give a day that exists, such as 2024-01-01, or a time in UTC, such as 2024-01-01T00:00:00Z.';
}

function empty(text: string): string | undefined {
  return text.trim() === '' ? 'It is empty.' : undefined;
}
