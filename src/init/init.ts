/** Makes a config: asks, signs in, finds the workspace, says what can be read, and writes the file. */
import { createRedactor, failureType, type JsonObject } from '@airbyte-ts/cdk-shim';
import { baseUrlOf, regions } from '../config/base-url.ts';
import type { Intercom } from '../config/context.ts';
import { type Answers, answersOf, type Flags } from './answers.ts';
import { mayReplace, writeConfig } from './config-file.ts';
import { createPrompter } from './prompter.ts';
import { readingOf } from './reading.ts';
import { signIn } from './sign-in.ts';
import { findWorkspace } from './workspace.ts';

/** What init takes from the connector. */
export interface Surroundings {
  readonly open: (config: JsonObject) => Promise<Intercom>;
  readonly environment: NodeJS.ProcessEnv;
}

/** How long a person may take to consent. */
const WAIT_MS = 10 * 60_000;

/** Returns the exit code. Says everything on stderr, and no secret anywhere. */
export async function runInit(flags: Flags, surroundings: Surroundings): Promise<number> {
  const secrets: string[] = [];
  const say = (line: string) => process.stderr.write(`${createRedactor(secrets)(line)}\n`);
  try {
    await makeConfig(flags, surroundings, secrets, say);
    return 0;
  } catch (error) {
    if (failureType(error) === 'system_error') throw error;
    say((error as Error).message);
    return 1;
  }
}

async function makeConfig(
  flags: Flags,
  { open, environment }: Surroundings,
  secrets: string[],
  say: (line: string) => void,
): Promise<void> {
  const isTerminal = process.stdin.isTTY && process.stderr.isTTY;
  const prompter = isTerminal ? createPrompter(process.stdin, process.stderr) : undefined;
  const replace = await mayReplace(flags.config, flags.force, prompter);
  const answers = await answersOf(flags, prompter);
  secrets.push(typeof answers.access === 'string' ? answers.access : answers.access.secret);
  const token = await tokenOf(answers, flags, environment, say);
  secrets.push(token);
  const configIn = (region: string) => ({ access_token: token, region, start_date: answers.startDate });
  const { name, region, context } = await findWorkspace(
    (each) => open(configIn(each)),
    candidates(answers, environment),
  );
  try {
    say(`The token belongs to the workspace "${name}" in the region ${region}.`);
    for (const line of await readingOf(context)) say(line);
  } finally {
    context.client.close();
  }
  await writeConfig(flags.config, configIn(region), replace);
  say(`The config is in ${flags.config}. Next: source-intercom check --config ${flags.config}`);
}

async function tokenOf(
  { access, region = 'us' }: Answers,
  { noBrowser }: Flags,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<string> {
  if (typeof access === 'string') return access;
  const baseUrl = baseUrlOf({ region }, environment);
  const host = region === 'us' ? 'https://app.intercom.com' : `https://app.${region}.intercom.com`;
  const page = `${environment.INTERCOM_BASE_URL ? baseUrl : host}/oauth`;
  return signIn(access, { page, baseUrl, browser: !noBrowser, waitMs: WAIT_MS, say });
}

/** The regions to ask, the likeliest first. One is enough where one host stands for all. */
function candidates({ region = 'us' }: Answers, { INTERCOM_BASE_URL }: NodeJS.ProcessEnv): readonly string[] {
  return INTERCOM_BASE_URL ? [region] : [region, ...regions.filter((other) => other !== region)];
}
