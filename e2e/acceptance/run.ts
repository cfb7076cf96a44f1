/**
 * Makes all acceptance checks of the built connector, or with `--image` of an image: a newly built image, or the named image.
 * `npm run acceptance -- [--image [NAME]] [--oci SCRIPT] [--previous-spec FILE] [--previous-catalog FILE]`;
 * exit code 1 if a check fails.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXECUTABLE } from '../../tests/harness/connector.ts';
import { MissingError } from '../python.ts';
import { judge, type Verdict } from './check.ts';
import { FAMILIES } from './families.ts';
import { executable, image } from './launch.ts';
import { packagingOfDockerfile, packagingOfImage } from './packaging.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Subject, subjectOf } from './subject.ts';
import { theImage } from './the-image.ts';
import { startWorkspace } from './workspace.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

try {
  const subject = await theSubject();
  const sandbox = await startWorkspace(String(subject.settings.config.access_token));
  try {
    process.exitCode = (await judgeAll(subject)) ? 0 : 1;
  } finally {
    await sandbox.close();
  }
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function theSubject(): Promise<Subject> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      image: { type: 'boolean' },
      oci: { type: 'string' },
      'previous-spec': { type: 'string' },
      'previous-catalog': { type: 'string' },
    },
  });
  const settings = await withPrevious(await readSettings(ROOT), values['previous-spec'], values['previous-catalog']);
  if (!values.image) {
    if (!existsSync(join(ROOT, 'dist/src/main.js')))
      throw new MissingError('The connector is not built: npm run build.');
    return subjectOf(settings, executable(EXECUTABLE), () => packagingOfDockerfile(join(ROOT, 'Dockerfile')));
  }
  const { engine, name } = theImage(ROOT, positionals[0], values.oci);
  return subjectOf(settings, image(engine, name), async () => packagingOfImage(engine, name));
}

/** Removes the bypass of the checks against a previous version if its spec and catalog are given. */
async function withPrevious(settings: Settings, spec?: string, catalog?: string): Promise<Settings> {
  const json = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
  const bypassed = new Map(settings.bypassed);
  if (spec !== undefined) bypassed.delete('spec: configs of the previous version are accepted');
  if (catalog !== undefined) bypassed.delete('discovery: streams of the previous version still exist');
  const previous = {
    ...(spec === undefined ? {} : { spec: await json(spec) }),
    ...(catalog === undefined ? {} : { streams: (await json(catalog)).streams }),
  };
  return { ...settings, bypassed, previous };
}

/** Prints a line for each check, and a count. Returns whether no check failed. */
async function judgeAll(subject: Subject): Promise<boolean> {
  const verdicts: Verdict[] = [];
  for (const family of FAMILIES) {
    for await (const verdict of judge(family, subject)) {
      verdicts.push(verdict);
      console.log(`${verdict.outcome.padEnd(10)}${verdict.name}`);
      for (const reason of verdict.reasons.slice(0, 20)) console.log(`            ${reason}`);
    }
  }
  const count = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  console.log(`${verdicts.length} checks: ${count('ok')} ok, ${count('FAILED')} failed, ${count('bypassed')} bypassed`);
  return count('FAILED') === 0;
}
