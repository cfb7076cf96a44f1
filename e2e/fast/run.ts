/**
 * Runs Airbyte's own standard tests with the executable, with the image and with twelve broken connectors.
 * `npm run test:fast -- [--image NAME] [--oci SCRIPT]`: without a name, builds the image. Exit code 1 if a test fails, or if a
 * broken connector has another result than in docs/acceptance.md.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pLimit from 'p-limit';
import { EXECUTABLE } from '../../tests/harness/connector.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { readSettings } from '../acceptance/settings.ts';
import { tableOfTwelve } from '../acceptance/table.ts';
import { theImage } from '../acceptance/the-image.ts';
import { startWorkspace } from '../acceptance/workspace.ts';
import { environment } from '../python.ts';
import { overExecutable, overImage, type Verdict } from './suites.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BROKEN = fileURLToPath(new URL('../acceptance/broken/broken-source.ts', import.meta.url));

/** The number of broken connectors to test at the same time. */
const AT_ONCE = 3;

await createSuite().run(main);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { image: { type: 'string' }, oci: { type: 'string' } } });
  const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
  const programs = await environment(join(ROOT, '.venvs/fast'), requirements);
  const { engine, name } = theImage(ROOT, values.image, values.oci);
  const { config } = await readSettings(ROOT);
  const sandbox = await startWorkspace(String(config.access_token));
  const folder = await mkdtemp(join(tmpdir(), 'test-fast-'));
  try {
    await writeDocker(join(folder, 'docker'), engine.name, values.oci);
    const verdicts = [
      say('executable', await overExecutable(programs, `'${EXECUTABLE}'`)),
      say('image', await overImage(programs, name, folder)),
    ];
    const asSaid = await judgeBroken(programs);
    if (!asSaid || verdicts.some(({ passed }) => !passed)) process.exitCode = 1;
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

/** Writes a program `docker` for the tests, which adds INTERCOM_BASE_URL and this machine's network to each container. */
async function writeDocker(path: string, engine: string, script: string | undefined): Promise<void> {
  const environment = script === undefined || engine === 'docker' ? '' : `. <(bash '${script}' env)\n`;
  const options = '--network host --env INTERCOM_BASE_URL';
  const run = `if [ "$1" = run ]; then shift; exec "$engine" run ${options} "$@"; fi`;
  // Without the first folder of PATH, which has this program, the shell finds the real engine.
  const engineOf = `PATH=\${PATH#*:}\nengine=$(command -v ${engine})\n`;
  await writeFile(path, `#!/usr/bin/env bash\n${environment}${engineOf}${run}\nexec "$engine" "$@"\n`);
  await chmod(path, 0o755);
}

function say(what: string, verdict: Verdict): Verdict {
  if (!verdict.passed) console.log(verdict.output);
  const count = verdict.output.trim().split('\n').at(-1) ?? '';
  console.log(`${what.padEnd(12)}${verdict.passed ? 'passes' : 'FAILS'}: ${count}`);
  return verdict;
}

/** Prints the tests that fail each broken connector. Returns whether docs/acceptance.md has the same results. */
async function judgeBroken(programs: string): Promise<boolean> {
  const limit = pLimit(AT_ONCE);
  const rows = [...(await tableOfTwelve())].map(([way, { ours, standard }]) =>
    limit(async () => {
      const { failed } = await overExecutable(programs, `'${process.execPath}' '${BROKEN}' "${way}"`);
      const same = failed.join() === standard.join();
      const difference = same ? '' : `; docs/acceptance.md expects ${standard.join(', ') || 'none of them'}`;
      console.log(
        `a connector with ${way} is failed by ${failed.join(', ') || 'none of them'}${ours === '–' ? '' : ` (and by "${ours}")`}${difference}`,
      );
      return { same, caught: failed.length > 0 };
    }),
  );
  const judged = await Promise.all(rows);
  console.log(`${judged.filter(({ caught }) => caught).length} of ${judged.length} broken connectors are failed`);
  return judged.every(({ same }) => same);
}
