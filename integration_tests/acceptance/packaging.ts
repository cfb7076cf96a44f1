/** What an image says of itself: its labels, its entrypoint and its environment. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface Packaging {
  readonly labels: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What the image will say that the Dockerfile at `path` makes: its last stage, instructions on one line each. */
export async function packagingOfDockerfile(path: string): Promise<Packaging> {
  const text = await readFile(path, 'utf8');
  const [stage = ''] = text.split(/^FROM /m).slice(-1);
  const all = (instruction: string) =>
    [...stage.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].map(([, rest = '']) => rest);
  return {
    labels: pairs(all('LABEL').join(' ')),
    env: pairs(all('ENV').join(' ')),
    entrypoint: JSON.parse(all('ENTRYPOINT').at(-1) ?? '[]') as string[],
  };
}

/** What `engine` (docker or podman) knows of an image that it has. */
export async function packagingOfImage(engine: string, name: string): Promise<Packaging> {
  const { stdout } = await execute(engine, ['image', 'inspect', name]);
  const [{ Config }] = JSON.parse(stdout) as [{ Config: { Labels?: object; Entrypoint?: string[]; Env?: string[] } }];
  return {
    labels: { ...Config.Labels },
    entrypoint: Config.Entrypoint ?? [],
    env: Object.fromEntries((Config.Env ?? []).map((entry) => divided(entry))),
  };
}

/** `a=b c="d e"` as an object. */
function pairs(text: string): Readonly<Record<string, string>> {
  const found = text.match(/[^\s=]+=(?:"[^"]*"|\S*)/g) ?? [];
  return Object.fromEntries(found.map((entry) => divided(entry.replaceAll('"', ''))));
}

function divided(entry: string): readonly [string, string] {
  const at = entry.indexOf('=');
  return [entry.slice(0, at), entry.slice(at + 1)];
}
