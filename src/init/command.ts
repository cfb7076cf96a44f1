/** `source-intercom init`. */
import type { Argv, CommandModule } from 'yargs';
import type { Flags } from './answers.ts';
import type { Surroundings } from './init.ts';

/** Apps register http://127.0.0.1:8910/callback with Intercom, so this never changes. */
const PORT = 8910;

export function initCommand(surroundings: Surroundings): CommandModule<unknown, Flags> {
  const { INTERCOM_ACCESS_TOKEN, INTERCOM_CLIENT_SECRET } = surroundings.environment;
  return {
    command: 'init',
    describe: 'Ask for what a config needs, or take it from flags, and write the config',
    builder: options,
    async handler(flags) {
      const { runInit } = await import('./init.ts');
      process.exitCode = await runInit(
        {
          ...flags,
          token: flags.token ?? INTERCOM_ACCESS_TOKEN,
          clientSecret: flags.clientSecret ?? INTERCOM_CLIENT_SECRET,
        },
        surroundings,
      );
    },
  };
}

function options(yargs: Argv): Argv<Flags> {
  const text = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;
  return yargs.options({
    config: { ...text('The file to write'), default: 'config.json' },
    force: { type: 'boolean', default: false, describe: 'Replace the file if it exists' },
    token: text('The access token; other users of the machine do not see it in INTERCOM_ACCESS_TOKEN'),
    region: { ...text('Where Intercom hosts the workspace; found out from the token'), choices: ['us', 'eu', 'au'] },
    'start-date': text('The day from which on records are read, such as 2024-01-01; everything by default'),
    oauth: { type: 'boolean', default: false, describe: 'Sign in in the browser, through an app of the Developer Hub' },
    'client-id': text('The client id of the app'),
    'client-secret': text('The client secret of the app; other users do not see it in INTERCOM_CLIENT_SECRET'),
    port: {
      type: 'number',
      requiresArg: true,
      default: PORT,
      describe: 'The port of the redirect URL http://127.0.0.1:PORT/callback that the app has registered',
    },
    'redirect-url': text('Another registered redirect URL; then paste the address at which the browser ends'),
    'no-browser': { type: 'boolean', default: false, describe: 'Only say the address, and open no browser' },
  }) as unknown as Argv<Flags>;
}
