/** Sandbox workspaces, and the folders with their configs for the DAG. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

export interface Workspace {
  readonly name: string;
  readonly folder: string;
  readonly sandbox: RunningSandbox;
}

/** Starts sandboxes with different records. The tap of `writeTap` finds each sandbox by the folder of its config. */
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
 * Writes a program that runs `tap` with the workspace's sandbox. If the folder has a file `kill`, the program does this once: after
 * the first state with tags of contacts it writes half a line, kills the process that started it, and keeps the lock until the
 * second try has been refused.
 */
export async function writeTap(path: string, tap: string): Promise<void> {
  const script = `#!/bin/sh
folder=$(dirname "$2")
export INTERCOM_BASE_URL="$(cat "$folder/base-url")"
if rm "$folder/kill" 2> /dev/null; then
  '${tap}' "$@" | sed '/^{"type":"STATE".*"contact_tags":{/q'
  printf '{"type":"RECORD","stream":"conta'
  # Airflow waits for a task's stderr to be closed.
  exec 2> /dev/null
  kill -9 $PPID
  until grep -qs BlockingIOError -r "$AIRFLOW_HOME/logs" --include=attempt=2.log; do
    [ -e "$folder" ] || exit
    sleep 0.2
  done
  exit
fi
exec '${tap}' "$@"
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
}
