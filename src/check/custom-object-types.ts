/** Checks the types of custom objects that a config names, and proposes those that attributes refer to. */
import { ConfigError, endsSync, type JsonObject, SkippedError } from '@airbyte-ts/cdk-shim';
import type { Caller, Client } from '../intercom/client.ts';
import { listAll } from '../intercom/pages.ts';

/** Attributes may relate a contact, a company or a conversation to custom objects. */
const ATTRIBUTES = ['/data_attributes', '/conversations/attributes'];

/** Returns the types that do not exist, and what to do about them. Intercom lists no types. */
export async function unknownTypes(
  client: Client,
  caller: Caller,
  { types, retries }: { readonly types: readonly string[]; readonly retries: number },
): Promise<{ readonly missing: readonly string[]; readonly instead: string }> {
  const exist = await Promise.all(
    types.map((type) => {
      const call = {
        method: 'GET',
        path: `/custom_object_instances/${type}`,
        query: { per_page: 1 },
        retries,
      } as const;
      return client.ask(caller, call).catch(absent);
    }),
  );
  const missing = types.filter((_, index) => exist[index] === undefined);
  if (missing.length === 0) return { missing, instead: '' };
  const lists = await Promise.all(
    ATTRIBUTES.map((path) => {
      const call = { method: 'GET', path, retries } as const;
      return listAll<JsonObject>(client, caller, { call, keys: ['data'] }).catch(none);
    }),
  );
  const possible = [...new Set(lists.flat().flatMap(typeOf))].toSorted();
  const known = possible.length > 0 ? `; attributes refer to ${possible.join(', ')}` : '';
  return { missing, instead: `give the identifier that the type has in Intercom's settings${known}` };
}

function absent(error: unknown): undefined {
  if (!(error instanceof SkippedError)) throw error;
}

/** What the token may not read proposes nothing. */
function none(error: unknown): readonly JsonObject[] {
  if (error instanceof SkippedError || (error instanceof ConfigError && !endsSync(error))) return [];
  throw error;
}

/** The type that an attribute refers to. */
function typeOf({ reference }: JsonObject): readonly string[] {
  const { object_type_id: type } = (reference ?? {}) as { readonly object_type_id?: unknown };
  return typeof type === 'string' && type !== '' ? [type] : [];
}
