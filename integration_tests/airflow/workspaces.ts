/** Sandbox workspaces, and the folders in which a DAG finds their configs. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

export interface Workspace {
  readonly name: string;
  readonly folder: string;
  readonly sandbox: RunningSandbox;
}

/** Starts sandboxes that differ in all that is in them; the tap that `writeTap` writes finds each by the folder of its config. */
export function startWorkspaces(folder: string, names: readonly string[]): Promise<readonly Workspace[]> {
  return Promise.all(
    names.map(async (name, index) => {
      const counts = { companies: 5, contacts: 20 + index, conversations: 20 + index, tickets: 10 };
      const sandbox = await startSandbox({ ...counts, activityLogs: 20, seed: 100 + index, rateLimit: 100_000 });
      const own = join(folder, name);
      await mkdir(own, { recursive: true });
      await writeFile(join(own, 'base-url'), sandbox.url);
      return { name, folder: own, sandbox };
    }),
  );
}

/**
 * Writes a program that runs `tap` where the workspace's sandbox is. If there is a file `kill` in the folder, the tap is
 * left in the middle of a line and the process that started it is killed, once.
 */
export async function writeTap(path: string, tap: string): Promise<void> {
  const script = `#!/bin/sh
folder=$(dirname "$2")
export INTERCOM_BASE_URL="$(cat "$folder/base-url")"
if rm "$folder/kill" 2> /dev/null; then
  '${tap}' "$@" | head -c 100000
  kill -9 $PPID
  exit
fi
exec '${tap}' "$@"
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
}
