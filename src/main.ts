/** Wires spec, client and streams into the command line. */
import { readFileSync } from 'node:fs';
import { runCli } from '@airbyte-ts/cdk-shim';
import { demoCommand } from '../demo/command.ts';
import { sandboxCommand } from '../sandbox/cli.ts';
import { connector } from './connector.ts';

const packageFile = new URL('../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
const commands = [demoCommand, sandboxCommand];

process.exitCode = await runCli({ ...connector(version, process.env), commands }, process.argv.slice(2));
