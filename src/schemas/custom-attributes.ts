/** The columns whose fields the workspace defines, with the types that Intercom gives for these fields. */
import { endsSync, type JsonObject, TransientError } from '@airbyte-ts/cdk-shim';
import type { CallingRun } from '../config/context.ts';
import type { Call } from '../intercom/call.ts';
import { listAll } from '../intercom/pages.ts';
import { oncePerSync } from '../scans/once-per-sync.ts';
import type { Schema } from '../streams/expand/expandable.ts';
import { type Attribute, attributeColumns } from './attribute-column.ts';
import type { Columns } from './read-schema.ts';

interface CustomColumn {
  readonly column: string;
  /** The attributes that are, or were, fields of the column. They are asked for once, however many streams have the column. */
  readonly attributes: (run: CallingRun) => Promise<readonly Attribute[]>;
}

const conversationAttributes = { path: '/conversations/attributes', query: { include_archived: true } };

/** By stream. Archived attributes are included, since rows may still hold their values. */
const CUSTOM_COLUMNS: Readonly<Record<string, CustomColumn>> = {
  contacts: { column: 'custom_attributes', attributes: dataAttributes('contact') },
  companies: { column: 'custom_attributes', attributes: dataAttributes('company') },
  conversations: {
    column: 'custom_attributes',
    attributes: oncePerSync((run: CallingRun) => ask(conversationAttributes, run)),
  },
  tickets: { column: 'ticket_attributes', attributes: oncePerSync(ticketAttributes) },
};

/** A person may wait for the schema. */
const RETRIES = 3;

/** The column of a stream whose fields the workspace defines. */
export function customColumnOf({ name, columnsOf = name }: Columns): string | undefined {
  return CUSTOM_COLUMNS[columnsOf]?.column;
}

/**
 * The schema of a stream with the types of these fields. Where Intercom does not give the attributes, the fields stay
 * without types, and a warning says so. Throws ConfigError where the token is not accepted, and TransientError where
 * Intercom does not answer at all.
 */
export async function withCustomAttributes(schema: Schema, stream: Columns, run: CallingRun): Promise<Schema> {
  const custom = CUSTOM_COLUMNS[stream.columnsOf ?? stream.name];
  if (!custom) return schema;
  const { column, attributes } = custom;
  const known = await attributes(run).catch(async (error: unknown) => {
    if (endsSync(error)) throw error;
    if (error instanceof TransientError) await reachable(run);
    const reason = error instanceof Error ? error.message : String(error);
    run.log('WARN', `${stream.name}: the fields of ${column} stay without types. ${reason}`);
    return [];
  });
  const own = schema.properties?.[column];
  const typed = { ...own, properties: { ...own?.properties, ...attributeColumns(known) } };
  return { ...schema, properties: { ...schema.properties, [column]: typed } };
}

/** Throws where Intercom does not answer at all. */
const reachable = oncePerSync(async (run: CallingRun) => {
  await run.context.client.ask(run, { method: 'GET', path: '/me', retries: RETRIES });
});

/** Built-in attributes are columns of their own. */
function dataAttributes(model: 'contact' | 'company'): CustomColumn['attributes'] {
  const query = { model, include_archived: true };
  return oncePerSync(async (run: CallingRun) =>
    (await ask({ path: '/data_attributes', query }, run)).filter(({ custom }) => custom === true),
  );
}

/** Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/ticket-types/listtickettypes */
async function ticketAttributes(run: CallingRun): Promise<readonly Attribute[]> {
  const types = await ask({ path: '/ticket_types' }, run);
  return types.flatMap(({ ticket_type_attributes }) => {
    // Intercom's example and its schema name the list differently.
    const { data, ticket_type_attributes: named } = (ticket_type_attributes ?? {}) as JsonObject;
    return listIn(named ?? data);
  });
}

function ask({ path, query = {} }: Pick<Call, 'path' | 'query'>, run: CallingRun): Promise<readonly JsonObject[]> {
  const call = { method: 'GET', path, query, retries: RETRIES } as const;
  return listAll<JsonObject>(run.context.client, run, { call, keys: ['data'] });
}

function listIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}
