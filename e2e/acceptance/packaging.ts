/** The labels, the entrypoint and the environment of an image. */
import { readFile } from 'node:fs/promises';
import type { Engine } from '../image/engine.ts';

export interface Packaging {
  readonly labels: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Reads the packaging from the last stage of the Dockerfile at `path`. Each instruction must be on one line. */
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

/** Reads the packaging from an image of `engine`. */
export function packagingOfImage(engine: Engine, name: string): Packaging {
  type Inspected = { Config: { Labels?: object; Entrypoint?: string[]; Env?: string[] } };
  const [inspected] = JSON.parse(engine.command('image', 'inspect', name)) as Inspected[];
  const { Config } = inspected ?? { Config: {} };
  return {
    labels: { ...Config.Labels },
    entrypoint: Config.Entrypoint ?? [],
    env: Object.fromEntries((Config.Env ?? []).map((entry) => divided(entry))),
  };
}

/** Reads `a=b c="d e"` as an object. */
function pairs(text: string): Readonly<Record<string, string>> {
  const found = text.match(/[^\s=]+=(?:"[^"]*"|\S*)/g) ?? [];
  return Object.fromEntries(found.map((entry) => divided(entry.replaceAll('"', ''))));
}

function divided(entry: string): readonly [string, string] {
  const at = entry.indexOf('=');
  return [entry.slice(0, at), entry.slice(at + 1)];
}
