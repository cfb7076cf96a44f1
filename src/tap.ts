/** Wires the connector into the command line of a Singer tap. */
import { readFileSync } from 'node:fs';
import { runTap } from '@airbyte-ts/cdk-shim/singer';
import { connector } from './connector.ts';

const packageFile = new URL('../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
const description = 'Reads a whole Intercom workspace, and then what changes in it.';
const tap = { ...connector(version, process.env), name: 'tap-intercom', description };

process.exitCode = await runTap(tap, process.argv.slice(2), process.env);
