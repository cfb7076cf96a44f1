/** The parts of deploy/kubernetes/cronjob.yaml that the suite needs. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

export const MANIFEST = fileURLToPath(new URL('../../deploy/kubernetes/cronjob.yaml', import.meta.url));

interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

interface Pod {
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
}

export interface Manifest {
  readonly text: string;
  /** The name of the CronJob. */
  readonly name: string;
  readonly secret: string;
  readonly container: Container;
}

/** Throws if the file has no CronJob with a container and a secret. */
export async function readManifest(): Promise<Manifest> {
  const text = await readFile(MANIFEST, 'utf8');
  const resources = parseAllDocuments(text).map((document) => document.toJS());
  const { metadata, spec } = resources.find(({ kind }) => kind === 'CronJob') ?? {};
  const pod: Pod | undefined = spec?.jobTemplate.spec.template.spec;
  const [container] = pod?.containers ?? [];
  const secret = pod?.volumes.flatMap((volume) => volume.secret?.secretName ?? [])[0];
  if (!container || !secret) throw new Error(`${MANIFEST} has no CronJob with a container and a secret`);
  return { text, name: metadata.name, secret, container };
}
