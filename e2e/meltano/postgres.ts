/** Starts a separate PostgreSQL server, with a temporary folder and a free port, only for this machine. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../free-port.ts';
import { parseTables, type Tables } from '../pyairbyte/table.ts';
import { MissingError } from '../python.ts';

const execute = promisify(execFile);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of Debian and Ubuntu with the programs of each version of the server. */
const VERSIONS = '/usr/lib/postgresql';

export interface Postgres {
  /** The address of the server, for SQLAlchemy and libpq. */
  readonly url: string;
  /** Returns the tables of a schema, with times in UTC. */
  readonly tables: (schema: string) => Promise<Tables>;
  /** Ends the server and every connection at once, and starts it again. */
  readonly restart: () => Promise<void>;
  /** Runs commands of a guide in a checkout; the server's address is in DATABASE_URL. */
  readonly shell: (commands: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a server. If it is missing, installs it with apt-get. Throws MissingError if this is impossible. */
export async function startPostgres(): Promise<Postgres> {
  const programs = (await findServer()) ?? (await installServer());
  const owner = await serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'test-postgres-'));
  if (owner) await chown(folder, owner.uid, owner.uid);
  const data = join(folder, 'data');
  const asOwner = (program: string, args: readonly string[]) => {
    const path = join(programs, program);
    const [first = path, ...rest] = owner ? ['runuser', '-u', owner.name, '--', path, ...args] : [path, ...args];
    return finished(first, rest, folder);
  };
  const port = await freePort();
  await asOwner('initdb', ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync', '-D', data]);
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c timezone=UTC`;
  const start = () => asOwner('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', options]);
  await start();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const ask = async (query: string) => {
    const args = ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', query];
    return (await execute(join(programs, 'psql'), args, { maxBuffer: 2 ** 30 })).stdout;
  };
  return {
    url,
    tables: (schema) => readTables(ask, schema),
    async restart() {
      await asOwner('pg_ctl', ['stop', '-m', 'immediate', '-D', data]);
      await start();
    },
    async shell(commands) {
      const env = { ...process.env, DATABASE_URL: url, PATH: `${programs}:${process.env.PATH}` };
      await execute('bash', ['-euo', 'pipefail', '-c', commands], { cwd: ROOT, env });
    },
    async stop() {
      await asOwner('pg_ctl', ['stop', '-m', 'immediate', '-D', data]);
      await rm(folder, { recursive: true });
    },
  };
}

async function readTables(ask: (query: string) => Promise<string>, schema: string): Promise<Tables> {
  const columns =
    await ask(`select json_build_object('table', table_name, 'columns', json_object_agg(column_name, data_type))
    from information_schema.columns where table_schema = '${schema}' group by table_name`);
  const rows = [...parseTables(columns).keys()].map((table) =>
    ask(`select json_build_object('table', '${table}', 'row', row_to_json(t)) from "${schema}"."${table}" t`),
  );
  return parseTables([columns, ...(await Promise.all(rows))].join('\n'));
}

/** Returns the folder with the programs of the newest server on this machine. */
async function findServer(): Promise<string | undefined> {
  const versions = existsSync(VERSIONS) ? await readdir(VERSIONS) : [];
  const folders = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(VERSIONS, version, 'bin'));
  const { stdout } = await execute('pg_config', ['--bindir']).catch(() => ({ stdout: '' }));
  return [...folders, stdout.trim()].find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

/** Installs the server. A setting keeps Debian's package from starting its own server. */
async function installServer(): Promise<string> {
  const sentence = 'PostgreSQL is missing: install its server, on Debian the package postgresql.';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new MissingError(sentence);
  console.log('PostgreSQL is missing: installing it with apt-get');
  const folder = '/etc/postgresql-common/createcluster.d';
  const setting = join(folder, 'test-meltano.conf');
  await mkdir(folder, { recursive: true });
  await writeFile(setting, 'create_main_cluster = false\n');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await execute('apt-get', ['update', '-q'], { env });
    await execute('apt-get', ['install', '-yq', '--no-install-recommends', 'postgresql'], { env, maxBuffer: 2 ** 26 });
  } catch (error) {
    throw new MissingError(`${sentence}\n${String(error).slice(-1000)}`);
  } finally {
    await rm(setting);
  }
  const found = await findServer();
  if (!found) throw new MissingError(sentence);
  return found;
}

/** Returns another user if this process runs as root, because the server refuses to run as root. */
async function serverUser(): Promise<{ readonly name: string; readonly uid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const { stdout } = await execute('id', ['-u', name]).catch(() => ({ stdout: '' }));
    if (stdout.trim()) return { name, uid: Number(stdout) };
  }
  throw new MissingError(
    'PostgreSQL does not run as root, and the users postgres and nobody do not exist: add one of them.',
  );
}

/** Runs a program without reading its output: the server inherits the output and never closes it. */
async function finished(program: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`);
}
