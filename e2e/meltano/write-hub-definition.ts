/** Writes deploy/meltano/tap-intercom.yml: `node e2e/meltano/write-hub-definition.ts`. */
import { writeFile } from 'node:fs/promises';
import { runTap } from '../../tests/harness/tap.ts';
import { hubDefinition } from './hub-definition.ts';

const { lines } = await runTap({}, ['--about', '--format=json']);
await writeFile(
  new URL('../../deploy/meltano/tap-intercom.yml', import.meta.url),
  hubDefinition(JSON.parse(lines.join('\n'))),
);
