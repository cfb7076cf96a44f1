/** Wires spec, client and streams into the command line. */
import { readFileSync } from 'node:fs';
import { runCli } from '@airbyte-ts/cdk-shim';
import { source } from './source.ts';

const packageFile = new URL('../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

process.exitCode = await runCli(source(version, process.env), process.argv.slice(2));
