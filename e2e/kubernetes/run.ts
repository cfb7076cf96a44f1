/**
 * Checks deploy/kubernetes/cronjob.yaml with Kubernetes' schemas, and runs the command of its container with a sandbox:
 * killed, resumed and repeated. `npm run test:kubernetes`; exit code 1 if a check fails.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import { parse } from 'yaml';
import { startSandbox } from '../../sandbox/server.ts';
import { guideBlocks } from '../../tests/docs/guide-blocks.ts';
import { compare, type Emitted, emittedIn } from '../../tests/harness/emitted.ts';
import { createSuite } from '../../tests/harness/suite.ts';
import { mutate } from '../../tests/harness/truth.ts';
import { environment, MissingError } from '../python.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';
import { createVolumes, type Volumes } from './volumes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PINS = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** The oldest and the newest version that the validator knows, and a version in between. */
const KUBERNETES = ['1.25', '1.31', '1.37'];

/** Mistakes that the validator must find: a name, a text of the manifest and its replacement. */
const MISTAKES: readonly (readonly [what: string, from: string, to: string])[] = [
  ['a field that does not exist', 'readOnlyRootFilesystem:', 'readOnlyRootFileSystem:'],
  ['a text instead of a number', 'backoffLimit: 2', 'backoffLimit: two'],
  ['a policy that does not exist', 'concurrencyPolicy: Forbid', 'concurrencyPolicy: [Forbid]'],
];

/** Intercom's search returns contacts in pages, and the tap writes a state after each page. */
const CONTACTS = 200;
const PAGE = 150;

const { check, run } = createSuite();
await run(main);

async function main(): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/src/tap.js'))) throw new MissingError('The tap is not built: npm run build.');
  const programs = await environment(join(ROOT, '.venvs/kubernetes'), PINS);
  const folder = await mkdtemp(join(tmpdir(), 'test-kubernetes-'));
  const sandbox = await startSandbox({ companies: 20, contacts: CONTACTS, conversations: 200, rateLimit: 100_000 });
  try {
    const manifest = await readManifest();
    await judgeManifest(join(programs, 'kubernetes-validate'), folder, manifest);
    await judgeGuide(manifest);
    const volumes = await createVolumes(folder, manifest, sandbox);
    await runAndResume(volumes, sandbox.url);
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

async function judgeManifest(validate: string, folder: string, { text }: Manifest): Promise<void> {
  const isValid = (path: string, version: string) =>
    promisify(execFile)(validate, ['--strict', '--kubernetes-version', version, path]).then(
      () => true,
      () => false,
    );
  for (const version of KUBERNETES)
    check(await isValid(MANIFEST, version), `the manifest is valid for Kubernetes ${version}`);
  for (const [what, from, to] of MISTAKES) {
    const path = join(folder, 'mistake.yaml');
    await writeFile(path, text.replace(from, to));
    check(text.includes(from) && !(await isValid(path, KUBERNETES.at(-1) ?? '')), `${what} is found`);
  }
}

/** Compares the commands of the guide with the manifest, because this suite has no cluster to run them. */
async function judgeGuide({ name, secret, container }: Manifest): Promise<void> {
  const commands = (await guideBlocks('kubernetes.md', 'sh')).join('');
  const wanted = [
    `docker build -t ${container.image} .`,
    `kubectl create secret generic ${secret} --from-file=config.json`,
    'kubectl apply -f deploy/kubernetes/cronjob.yaml',
    `kubectl create job --from=cronjob/${name} `,
  ];
  for (const command of wanted) check(commands.includes(command), `docs/kubernetes.md has the command: ${command}`);
  await judgeWorkspaces(commands, secret);
}

/** Checks the guide's kustomization: a suffix changes the Secret's name in the CronJob only if the kustomization makes this Secret. */
async function judgeWorkspaces(commands: string, secret: string): Promise<void> {
  const [overlay = ''] = await guideBlocks('kubernetes.md', 'yaml');
  const { resources = [], nameSuffix = '', secretGenerator = [] } = parse(overlay) ?? {};
  const base = join(ROOT, 'beside-deploy', String(resources[0]), 'kustomization.yaml');
  const { resources: manifests = [] } = existsSync(base) ? parse(await readFile(base, 'utf8')) : {};
  check(
    isDeepStrictEqual(
      manifests.map((path: string) => join(base, '..', path)),
      [MANIFEST],
    ),
    'the kustomization of a workspace uses the manifest',
  );
  check(
    isDeepStrictEqual(secretGenerator, [{ name: secret, files: ['config.json'] }]),
    'the kustomization makes the Secret that the manifest names',
  );
  check(
    nameSuffix !== '' && commands.includes(`kubectl apply -k ${nameSuffix.slice(1)}\n`),
    'the guide applies the kustomization',
  );
}

async function runAndResume({ data, start }: Volumes, url: string): Promise<void> {
  const messages = join(data, 'messages');
  const judge = async (which: string) => {
    const { rows, streams, wrong } = await compare(url, await emittedIn(messages));
    const details = wrong.length > 0 ? `: ${wrong.slice(0, 5).join(', ')}` : '';
    check(wrong.length === 0 && rows > 0, `${which}: ${rows} rows of ${streams} streams equal the truth${details}`);
  };
  const killed = await start().killWhen((emitted) => emitted.split('"stream":"contacts"').length > PAGE + 5);
  check(
    killed !== 0 && (await readdir(messages)).length === 0,
    'a first run is killed in the middle, and leaves its run.part',
  );
  const first = await start().ended();
  const contacts = (await emittedIn(messages)).map(contactsIn);
  const [kept = 0, added = 0] = contacts;
  check(
    first === 0 && contacts.length === 2 && kept > 0 && added < CONTACTS,
    `the next run keeps run.part, with ${kept} of ${CONTACTS} contacts, and resumes from it: ${added} more`,
  );
  await judge('first run');

  await mutate(url, { count: 60, seed: 3, deletes: false });
  const before = await linesIn(messages);
  check((await start().ended()) === 0, 'a later run resumes from the state');
  await judge('later run');
  const later = (await linesIn(messages)) - before;
  check(later < before / 2, `the later run emitted ${later} lines, the earlier runs ${before}`);

  const running = start();
  await running.lock();
  check((await start().ended()) === 1, 'a second run at the same time is refused');
  check((await running.terminate()) !== 0, 'a terminated run ends, with the exit code of an incomplete run');
  JSON.parse(await readFile(join(data, 'state.json'), 'utf8'));
  check(
    (await readdir(data)).every((name) => !name.endsWith('.part')),
    'the terminated run saves its messages',
  );
}

function contactsIn(emitted: Emitted): number {
  return emitted.filter(({ type, stream }) => type === 'RECORD' && stream === 'contacts').length;
}

async function linesIn(folder: string): Promise<number> {
  return (await emittedIn(folder)).flat().length;
}
