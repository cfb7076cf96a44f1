/** `source-intercom demo`. */
import type { CommandModule } from 'yargs';

export const demoCommand: CommandModule = {
  command: 'demo',
  describe: 'Sync a simulated workspace into a SQLite file and show what is in it',
  builder: (yargs) =>
    yargs.option('output', {
      type: 'string',
      default: 'demo-output',
      describe: 'Folder for the database and the config',
    }),
  handler: async ({ output }) => {
    const { runDemo } = await import('./demo.ts');
    await runDemo(String(output));
  },
};
