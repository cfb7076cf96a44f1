/** Wires spec, client and streams into the command line. */
import { readFileSync } from 'node:fs';
import { type JsonObject, runCli } from '@airbyte-ts/cdk-shim';

const root = new URL('../../', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, root), 'utf8')) as JsonObject;

async function load() {
  const { connector } = await import('./connector.ts');
  const { demoCommand } = await import('../demo/command.ts');
  const { sandboxCommand } = await import('../sandbox/cli.ts');
  return { ...connector(String(read('package.json').version), process.env), commands: [demoCommand, sandboxCommand] };
}

process.exitCode = await runCli({ spec: read('spec.json'), load }, process.argv.slice(2));
