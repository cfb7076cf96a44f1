/**
 * Compares the project with files beside it: Intercom's OpenAPI file, Airbyte's protocol, and what
 * airbyte/source-intercom declares.
 * `npm run test:shared -- FOLDER`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startVitest } from 'vitest/node';

const NEEDED = [
  'openapi/intercom-2.16.yaml',
  'data/airbyte-protocol-0.18.yaml',
  'data/airbyte-source-intercom-schemas.json',
  'data/airbyte-source-intercom-spec.json',
];

const folder = process.argv[2];
const missing = folder === undefined ? [] : NEEDED.filter((file) => !existsSync(join(folder, file)));
if (folder === undefined) {
  fail('Say where the files are that the project is held against: npm run test:shared -- FOLDER');
} else if (missing.length > 0) {
  fail(`The folder ${folder} lacks ${missing.join(' and ')}: give one that has them, as npm run test:shared -- FOLDER`);
} else {
  process.env.SHARED_FOLDER = resolve(folder);
  const vitest = await startVitest('test', [], { config: 'tests/shared/vitest.config.ts', watch: false });
  await vitest.close();
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
