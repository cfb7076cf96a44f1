/** The examples in CONTRIBUTING.md are real: each is applied to a copy of this project, and its stream works. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Message, Row } from '../harness/connector.ts';
import { truthOf } from '../harness/truth.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const left = new Set(['node_modules', 'dist', '.git', 'demo-output', '.venv', 'generated']);
const acceptance = 'integration_tests';
const run = promisify(execFile);

it.each([
  ['docs/add-a-stream.diff', 'examples', 'id'],
  ['docs/add-a-child-stream.diff', 'contact_owners', 'owner_id'],
])('%s adds the stream %s, which emits every row that exists', { timeout: 300_000 }, async (diff, stream, key) => {
  const copy = await mkdtemp(join(tmpdir(), 'add-a-stream-'));
  try {
    const filter = (path: string) =>
      !relative(root, path)
        .split('/')
        .some((part) => left.has(part));
    await cp(root, copy, { recursive: true, filter });
    await cp(join(root, 'cdk-shim/src/generated'), join(copy, 'cdk-shim/src/generated'), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    const there = { cwd: copy };
    await run('git', ['apply', '--unidiff-zero', diff], there);
    await run(process.execPath, ['scripts/generate.ts'], there);
    await run('npx', ['tsc', '-b', 'tsconfig.build.json'], there);
    const stale = await run(process.execPath, ['scripts/acceptance.ts', '--check'], there).catch((error) => error);
    expect(stale.stderr).toContain(`${acceptance}/expected_records.ndjson is not current`);
    await run('npm', ['run', 'generate'], there);
    await run('npm', ['run', 'docs'], there);

    const sandbox = spawn(join(copy, 'bin/source-intercom'), ['sandbox', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: sandbox.stdout }), 'line')) as [string];
    const { url, token } = JSON.parse(line);
    const catalog = { streams: [{ stream: { name: stream }, sync_mode: 'full_refresh' }] };
    await writeFile(
      join(copy, 'config.json'),
      JSON.stringify({ access_token: token, start_date: '2015-01-01T00:00:00Z' }),
    );
    await writeFile(join(copy, 'catalog.json'), JSON.stringify(catalog));
    const args = ['read', '--config', 'config.json', '--catalog', 'catalog.json'];
    const options = { ...there, env: { ...process.env, INTERCOM_BASE_URL: url } };
    const { stdout } = await run(join(copy, 'bin/source-intercom'), args, options);
    const messages = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Message);
    const rows = messages.flatMap(({ record }) => (record ? [record.data] : []));
    const truth = await truthOf(url, stream);
    sandbox.kill();
    await once(sandbox, 'close');

    await run(process.execPath, ['scripts/acceptance.ts', '--check'], there);
    await run(process.execPath, ['e2e/acceptance/run.ts'], there);
    expect(truth.size).toBeGreaterThan(0);
    const ordered = (all: readonly Row[]) =>
      all.toSorted((a, b) =>
        JSON.stringify([a[key], a.contact_id]) < JSON.stringify([b[key], b.contact_id]) ? -1 : 1,
      );
    expect(ordered(rows)).toEqual(ordered([...truth.values()].map(({ body }) => body)));
  } finally {
    await rm(copy, { recursive: true });
  }
});
