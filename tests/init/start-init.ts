/** Runs `source-intercom init` without a terminal, and plays the person in the browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { EXECUTABLE } from '../harness/connector.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Init {
  /** The address of the page with the consent, once it is said. */
  readonly address: () => Promise<string>;
  readonly type: (line: string) => void;
  readonly ended: Promise<Ended>;
}

export function startInit(args: readonly string[], environment: NodeJS.ProcessEnv, cwd?: string): Init {
  const child = spawn(EXECUTABLE, ['init', ...args], { cwd, env: { ...process.env, ...environment } });
  const said = { stdout: '', stderr: '' };
  const address = Promise.withResolvers<string>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      const [found] = /^https?:\S+(?=\n)/m.exec(said.stderr) ?? [];
      if (found) address.resolve(found);
    });
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => {
    address.reject(new Error(`init ended with ${code}: ${said.stderr}`));
    return { code: code ?? null, ...said };
  });
  address.promise.catch(() => undefined);
  return {
    address: () => address.promise,
    type: (line) => child.stdin.end(`${line}\n`),
    ended,
  };
}

/** Presses a button on the page at `address`. Returns where the page leads the browser. */
export async function press(address: string, answer: 'authorize' | 'deny'): Promise<string> {
  const page = await (await fetch(address)).text();
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const body = new URLSearchParams({ answer });
  for (const [, name = '', value = ''] of fields) body.append(name, value);
  const { status, headers } = await fetch(new URL('/oauth', address), { method: 'POST', body, redirect: 'manual' });
  const location = headers.get('location');
  if (status !== 302 || !location) throw new Error(`The page answered ${status}: ${page}`);
  return location;
}
