/** A sandbox in a process of its own, so that its work is not measured as the connector's. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Sandbox {
  readonly url: string;
  readonly token: string;
  readonly stop: () => void;
}

/** `options`: as of `source-intercom sandbox`, such as "--conversations", "1000". It takes any free port. */
export async function startSandbox(...options: readonly string[]): Promise<Sandbox> {
  const args = ['sandbox', '--port', '0', ...options];
  const child = spawn(`${ROOT}bin/source-intercom`, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    return { ...(JSON.parse(line) as { url: string; token: string }), stop: () => child.kill() };
  }
  throw new Error('The sandbox ended before it named its address.');
}

/** Calls by endpoint and by status since the last `forgetCalls`. */
export async function callsOf({ url }: Sandbox): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  return (await fetch(`${url}/__sandbox/stats`)).json() as Promise<Record<string, Record<string, number>>>;
}

/** Calls that the rate limit granted in each of its windows, from the window of the first call since `forgetCalls`. */
export async function windowsOf({ url }: Sandbox): Promise<readonly number[]> {
  return ((await (await fetch(`${url}/__sandbox/stats`)).json()) as { windows: readonly number[] }).windows;
}

export async function forgetCalls({ url }: Sandbox): Promise<void> {
  await fetch(`${url}/__sandbox/stats`, { method: 'POST' });
}
