/** The workspace that an access token belongs to, and the region that hosts it. */
import { ConfigError, endsSync, type JsonObject } from '@airbyte-ts/cdk-shim';
import { silent } from '../check/refusal.ts';
import { regions } from '../config/base-url.ts';
import type { Intercom } from '../config/context.ts';

export interface Workspace {
  readonly name: string;
  readonly region: string;
  /** A context that asks the region's host. The caller closes its client. */
  readonly context: Intercom;
}

/** Opens a context for a region. */
export type OpenIn = (region: string) => Promise<Intercom>;

/** Asks the hosts of `candidates`, one after the other, until one accepts the token. Throws ConfigError where none does. */
export async function findWorkspace(openIn: OpenIn, candidates: readonly string[]): Promise<Workspace> {
  for (const region of candidates) {
    const found = await workspaceAt(openIn, region);
    if (!found) continue;
    // One host may answer for another region: its own host is the right one, if it knows the token.
    const own =
      found.named === region || !regions.includes(found.named) ? undefined : await workspaceAt(openIn, found.named);
    if (own) found.context.client.close();
    return own ?? found;
  }
  throw new ConfigError(
    `Intercom does not accept the access token in the ${candidates.length > 1 ? 'regions' : 'region'} ${candidates.join(', ')}: copy the whole token again from the app's Authentication settings in the Developer Hub.`,
  );
}

/** Undefined where the host does not accept the token. `named`: the region that the answer names. */
async function workspaceAt(
  openIn: OpenIn,
  region: string,
): Promise<(Workspace & { readonly named: string }) | undefined> {
  const context = await openIn(region);
  try {
    const { app } = await context.client.ask(silent, { method: 'GET', path: '/me', retries: 2 });
    const { name, id_code, region: named } = (app ?? {}) as JsonObject;
    const title = [name, id_code].find((value) => typeof value === 'string' && value !== '') ?? 'without a name';
    return { name: String(title), region, context, named: String(named ?? '').toLowerCase() };
  } catch (error) {
    context.client.close();
    if (endsSync(error)) return undefined;
    throw error;
  }
}
