/** The volumes of the CronJob as folders, and its container as a process of this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunningSandbox } from '../../sandbox/server.ts';
import type { Manifest } from './manifest.ts';

const APP = fileURLToPath(new URL('../..', import.meta.url));

export interface Container {
  /** Its exit code, when it has ended by itself. */
  ended(): Promise<number>;
  /** Kills all of it, as a node that goes down, once so many bytes were brought; 137. */
  killAt(bytes: number): Promise<number>;
  /** Asks it to end, as Kubernetes does; its exit code. */
  terminate(): Promise<number>;
  /** Resolves when the tap runs. */
  lock(): Promise<void>;
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
    return containerOf(child, join(data, 'run.part'));
  };
  return { data, start };
}

function containerOf(child: ChildProcess, part: string): Container {
  const ended = once(child, 'close').then(([code]) => (code as number | null) ?? 137);
  const grown = async (bytes: number) => {
    const size = () =>
      stat(part)
        .then((file) => file.size)
        .catch(() => -1);
    while (child.exitCode === null && (await size()) < bytes) await setTimeout(2);
  };
  return {
    ended: () => ended,
    async killAt(bytes) {
      await grown(bytes);
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      return ended;
    },
    async terminate() {
      child.kill('SIGTERM');
      return ended;
    },
    lock: () => grown(0),
  };
}
