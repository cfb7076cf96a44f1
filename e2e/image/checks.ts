/** The checks of the image, by name. They run the image like Airbyte's platform. */
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Engine, Ran } from './engine.ts';

export interface Subject {
  readonly engine: Engine;
  readonly image: string;
  /** The version of package.json. */
  readonly version: string;
  /** The address of a sandbox on this machine. */
  readonly sandbox: string;
  /** The address of a slow sandbox, for a read that is interrupted. */
  readonly slowSandbox: string;
}

/** Throws if the check fails. May return a remark for the report. */
export type Check = (subject: Subject) => Promise<string | undefined>;

const config = { access_token: 'sandbox-token', start_date: '2015-01-01T00:00:00Z' };
const catalogOf = (...names: readonly string[]) => ({
  streams: names.map((name) => ({ stream: { name }, sync_mode: 'incremental', destination_sync_mode: 'append' })),
});

/** The options of a careful platform: no privileges, no writable root, and a quarter of a gigabyte of memory. */
const careful = ['--read-only', '--tmpfs', '/tmp', '--memory', '256m', '--user', '1000:1000', '--cap-drop', 'ALL'];

/** Runs a command like Airbyte's platform: a shell in /source evaluates AIRBYTE_ENTRYPOINT, with the files in /source. */
async function asPlatform(subject: Subject, url: string, command: string, files: Readonly<Record<string, unknown>>) {
  const folder = await mkdtemp(join(tmpdir(), 'image-'));
  await chmod(folder, 0o755);
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content), { mode: 0o644 });
  }
  const named = Object.keys(files).map(
    (name) => `--${name === 'connectorConfig' ? 'config' : name} /source/${name}.json`,
  );
  const shell = `eval "$AIRBYTE_ENTRYPOINT ${command} ${named.join(' ')}"`;
  const args = [...careful, '--network', 'host', '-e', `INTERCOM_BASE_URL=${url}`, '-v', `${folder}:/source:ro`];
  return {
    args: [...args, '-w', '/source', '--entrypoint', 'sh', subject.image, '-c', shell],
    remove: () => rm(folder, { recursive: true }),
  };
}

async function drive(subject: Subject, command: string, files: Readonly<Record<string, unknown>>): Promise<Ran> {
  const { args, remove } = await asPlatform(subject, subject.sandbox, command, files);
  try {
    return await subject.engine.run(args);
  } finally {
    await remove();
  }
}

interface Message {
  readonly type: string;
  readonly connectionStatus?: { readonly status: string };
  readonly catalog?: { readonly streams: readonly { readonly name: string }[] };
  readonly trace?: { readonly type: string; readonly error?: { readonly failure_type: string } };
}

function messagesOf({ stdout }: Ran): readonly Message[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message);
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

export const checks: Readonly<Record<string, Check>> = {
  'its ENTRYPOINT equals AIRBYTE_ENTRYPOINT': async ({ engine, image }) => {
    const entrypoint = engine.command('image', 'inspect', image, '--format', '{{join .Config.Entrypoint " "}}').trim();
    const { stdout } = await engine.run([
      '--network',
      'none',
      '--entrypoint',
      'sh',
      image,
      '-c',
      'echo "$AIRBYTE_ENTRYPOINT"',
    ]);
    must(entrypoint === stdout.trim(), `ENTRYPOINT is "${entrypoint}", but the variable is "${stdout.trim()}"`);
    return entrypoint;
  },
  'its labels have its name and version': async ({ engine, image, version }) => {
    const labels = ['name', 'version'].map((label) =>
      engine.command('image', 'inspect', image, '--format', `{{index .Config.Labels "io.airbyte.${label}"}}`).trim(),
    );
    must(labels[0] === 'airbyte/source-intercom', `io.airbyte.name is "${labels[0]}"`);
    must(labels[1] === version, `io.airbyte.version is "${labels[1]}", but package.json has "${version}"`);
    return labels.join(':');
  },
  'it runs as user 1000': async ({ engine, image }) => {
    const { stdout } = await engine.run(['--network', 'none', '--entrypoint', 'id', image, '-u']);
    must(stdout.trim() === '1000', `the user is ${stdout.trim()}`);
    return undefined;
  },
  'the folder /app is smaller than 2 MB': async ({ engine, image }) => {
    const { stdout } = await engine.run(['--network', 'none', '--entrypoint', 'du', image, '-sb', '/app']);
    const bytes = Number.parseInt(stdout, 10);
    must(bytes > 0 && bytes < 2_000_000, `/app has ${bytes} bytes`);
    return `${bytes} bytes`;
  },
  'spec needs no network and no writable root': async ({ engine, image }) => {
    const ran = await engine.run(['--read-only', '--network', 'none', image, 'spec']);
    must(ran.code === 0 && messagesOf(ran)[0]?.type === 'SPEC', `exit ${ran.code}: ${ran.stderr}`);
    return undefined;
  },
  'check succeeds, and fails with exit code 0': async (subject) => {
    const good = await drive(subject, 'check', { connectorConfig: config });
    must(
      messagesOf(good).at(-1)?.connectionStatus?.status === 'SUCCEEDED',
      `good config: ${good.stdout}${good.stderr}`,
    );
    const bad = await drive(subject, 'check', { connectorConfig: { ...config, access_token: 'wrong' } });
    must(
      messagesOf(bad).at(-1)?.connectionStatus?.status === 'FAILED' && bad.code === 0,
      `bad token: exit ${bad.code}`,
    );
    return undefined;
  },
  'discover and read of every stream, in 256 MB': async (subject) => {
    const found = messagesOf(await drive(subject, 'discover', { connectorConfig: config }))
      .flatMap(({ catalog }) => catalog?.streams ?? [])
      .map(({ name }) => name);
    must(found.length > 0, 'discover finds no stream');
    const ran = await drive(subject, 'read', { connectorConfig: config, catalog: catalogOf(...found) });
    const records = messagesOf(ran).filter(({ type }) => type === 'RECORD').length;
    must(ran.code === 0 && records > 0, `exit ${ran.code}: ${ran.stderr.slice(-1000)}`);
    return `${found.length} streams, ${records} records`;
  },
  'read with a wrong token ends with an error and exit code 1': async (subject) => {
    const files = { connectorConfig: { ...config, access_token: 'wrong' }, catalog: catalogOf('tags') };
    const ran = await drive(subject, 'read', files);
    const errors = messagesOf(ran).filter(({ trace }) => trace?.error?.failure_type === 'config_error');
    must(ran.code === 1 && errors.length === 1, `exit ${ran.code}, ${errors.length} errors`);
    return undefined;
  },
  'SIGTERM ends it at once': async (subject) => {
    const files = { connectorConfig: config, catalog: catalogOf('conversation_parts') };
    const { args, remove } = await asPlatform(subject, subject.slowSandbox, 'read', files);
    // `exec` replaces the shell, so that the signal reaches the connector itself.
    const exec = args.map((arg) => arg.replace('eval "', 'eval "exec '));
    const child = subject.engine.start(['--name', 'source-intercom-term', ...exec]);
    try {
      if (child.stdout) await once(createInterface({ input: child.stdout }), 'line');
      const from = performance.now();
      subject.engine.command('kill', '--signal', 'TERM', 'source-intercom-term');
      const [code] = (await once(child, 'close')) as [number | null];
      const seconds = (performance.now() - from) / 1000;
      must(code === 143 && seconds < 5, `exit ${code} after ${seconds.toFixed(1)} s`);
      return `exit code ${code} after ${seconds.toFixed(1)} s`;
    } finally {
      await remove();
    }
  },
  'it has the Singer tap': async ({ engine, image, version }) => {
    const args = ['--read-only', '--network', 'none', '--entrypoint', '/app/bin/tap-intercom', image, '--version'];
    const { stdout } = await engine.run(args);
    must(stdout.includes(version), `the version is "${stdout.trim()}"`);
    return undefined;
  },
  'it starts as a demo': async ({ engine, image }) => {
    const ran = await engine.run(['--tmpfs', '/work:mode=1777', '-w', '/work', '--network', 'host', image, 'demo']);
    must(ran.code === 0 && ran.stderr.includes('intercom.sqlite'), `exit ${ran.code}: ${ran.stderr.slice(-1000)}`);
    return undefined;
  },
  'it starts as a sandbox': async ({ engine, image }) => {
    const child = engine.start([
      '--name',
      'source-intercom-sandbox',
      '--network',
      'host',
      image,
      'sandbox',
      '--port',
      '0',
    ]);
    if (!child.stdout) throw new Error('no output');
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { url, token } = JSON.parse(line) as { url: string; token: string };
    const response = await fetch(`${url}/tags`, { headers: { Authorization: `Bearer ${token}` } });
    engine.command('kill', 'source-intercom-sandbox');
    await once(child, 'close');
    must(response.ok, `the sandbox answers ${response.status}`);
    return undefined;
  },
};
