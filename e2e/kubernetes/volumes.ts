/** Runs the container of the CronJob as a process of this machine, with folders as its volumes. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunningSandbox } from '../../sandbox/server.ts';
import type { Manifest } from './manifest.ts';

const APP = fileURLToPath(new URL('../..', import.meta.url));

export interface Container {
  /** Resolves to the exit code when the container has ended by itself. */
  readonly ended: () => Promise<number>;
  /** Kills all processes in the middle of a line when the output is long enough, like a crash of the node. Exit code 137. */
  readonly killWhen: (enough: (emitted: string) => boolean) => Promise<number>;
  /** Terminates the container like Kubernetes. Resolves to its exit code. */
  readonly terminate: () => Promise<number>;
  /** Resolves when the tap runs. */
  readonly lock: () => Promise<void>;
}

export interface Volumes {
  /** The folder of the volume for data. */
  readonly data: string;
  readonly start: () => Container;
}

export async function createVolumes(
  folder: string,
  { container }: Manifest,
  { url, token }: RunningSandbox,
): Promise<Volumes> {
  const places = new Map(container.volumeMounts.map(({ name, mountPath }) => [mountPath, join(folder, name)]));
  for (const place of places.values()) await mkdir(place);
  const config = { access_token: token, start_date: '2015-01-01T00:00:00Z' };
  await writeFile(join(folder, 'config/config.json'), JSON.stringify(config));
  const mounted = new RegExp(`(?<=\\s)(${['/app', ...places.keys()].join('|')})(?=[/\\s])`, 'g');
  const here = (text: string) => text.replaceAll(mounted, (path) => places.get(path) ?? APP);
  const [program = '', ...args] = container.command;
  const script = container.args.map(here);
  const data = join(folder, 'data');
  const env = { ...process.env, INTERCOM_BASE_URL: url, TAP_INTERCOM_LOGLEVEL: 'WARNING' };
  const start = () => {
    const child = spawn(program, [...args, ...script], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    return containerOf(child, data);
  };
  return { data, start };
}

function containerOf(child: ChildProcess, data: string): Container {
  const part = join(data, 'run.part');
  const ended = once(child, 'close').then(([code]) => (code as number | null) ?? 137);
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (child.exitCode === null && !(await isSo())) await setTimeout(2);
  };
  return {
    ended: () => ended,
    async killWhen(enough) {
      await until(async () => existsSync(part) && enough(await readFile(part, 'utf8')));
      if (child.exitCode !== null) throw new Error(`the container ended by itself, with ${child.exitCode}`);
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      // The shell may end before the tap. The lock is free when both have ended.
      await promisify(execFile)('flock', [join(data, 'lock'), 'true']);
      await appendFile(part, '{"type":"RECORD","stream":"conta');
      return ended;
    },
    async terminate() {
      child.kill('SIGTERM');
      return ended;
    },
    lock: () => until(() => existsSync(part)),
  };
}
