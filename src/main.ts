/** Wires spec, client and streams into the command line. */
import { readFileSync } from 'node:fs';
import { type JsonObject, runCli } from '@airbyte-ts/cdk-shim';
import type { CommandModule } from 'yargs';

const root = new URL('../../', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, root), 'utf8')) as JsonObject;

async function load() {
  const { connector } = await import('./connector.ts');
  const { demoCommand } = await import('../demo/command.ts');
  const { sandboxCommand } = await import('../sandbox/cli.ts');
  const { initCommand } = await import('./init/command.ts');
  const source = connector(String(read('package.json').version), process.env);
  const init = initCommand({ open: async (config) => source.open(config, () => undefined), environment: process.env });
  return { ...source, commands: [init as unknown as CommandModule, demoCommand, sandboxCommand] };
}

process.exitCode = await runCli({ spec: read('spec.json'), load }, process.argv.slice(2));
