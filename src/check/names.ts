/** Checks that the admins, tags, segments, companies, contacts, conversations, notes, workflows and types of custom objects that a config names exist. */
import { ConfigError, endsSync, type JsonObject, SkippedError } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../config/context.ts';
import type { Call } from '../intercom/call.ts';
import type { Caller, Client } from '../intercom/client.ts';
import { listAll } from '../intercom/pages.ts';
import { findCompany } from '../streams/companies/names.ts';
import { findContacts } from '../streams/contacts/by-id.ts';
import { unknownTypes } from './custom-object-types.ts';

type Ask = (call: Call) => Promise<JsonObject>;
type List = (path: string, recordsAt: string) => Promise<readonly JsonObject[]>;

/** A field of the config whose values name records. */
interface Field {
  readonly field: string;
  readonly values: readonly string[];
  /** The kind of record, such as "a tag". */
  readonly what: string;
  /** The values that name no record, and a proposal. */
  readonly verify: (
    values: readonly string[],
  ) => Promise<{ readonly missing: readonly string[]; readonly instead: string }>;
}

/** How many possible values a sentence lists. */
const MOST_LISTED = 20;

/** A clause for each field that names records which do not exist. A field whose records the token may not read is skipped: the missing permission is reported elsewhere. */
export async function problemsWithNames(
  { client, settings }: Intercom,
  caller: Caller,
  retries: number,
): Promise<string[]> {
  const ask: Ask = (call) => client.ask(caller, { ...call, retries });
  const list: List = (path, recordsAt) =>
    listAll(client, caller, { call: { method: 'GET', path, retries }, keys: [recordsAt] });
  const { filters, contactIds, conversationIds, noteIds, workflowIds, customObjectTypes, exports } = settings;
  const admins = filters.assignees.filter((id) => id !== 0).map(String);
  const fields: readonly Field[] = [
    listed(list, { field: 'admin_ids', values: admins, what: 'an admin', path: '/admins', recordsAt: 'admins' }),
    listed(list, { field: 'tag_ids', values: filters.tagIds, what: 'a tag', path: '/tags', recordsAt: 'data' }),
    listed(list, {
      field: 'segment_ids',
      values: filters.segmentIds,
      what: 'a segment',
      path: '/segments',
      recordsAt: 'segments',
    }),
    listed(list, {
      field: 'reporting_datasets',
      values: exports.datasets,
      what: 'a reporting dataset',
      path: '/export/reporting_data/get_datasets',
      recordsAt: 'data',
    }),
    {
      field: 'company_ids',
      values: filters.companyIds,
      what: 'a company',
      verify: async (ids) => ({
        missing: await without(ids, (id) => findCompany(client, caller, id)),
        instead: "give Intercom's id of a company or your own",
      }),
    },
    contactsField(client, caller, 'contact_emails', filters.contactEmails),
    contactsField(client, caller, 'contact_ids', contactIds),
    retrieved(ask, {
      field: 'conversation_ids',
      values: conversationIds,
      what: 'conversation',
      path: '/conversations',
    }),
    retrieved(ask, { field: 'note_ids', values: noteIds, what: 'note', path: '/notes' }),
    retrieved(ask, { field: 'workflow_ids', values: workflowIds, what: 'workflow', path: '/export/workflows' }),
    {
      field: 'custom_object_types',
      values: customObjectTypes,
      what: 'a type of custom objects',
      verify: (types) => unknownTypes(client, caller, { types, retries }),
    },
  ];
  const problems = await Promise.all(fields.map(problemWith));
  return problems.filter((problem) => problem !== undefined);
}

async function problemWith({ field, values, what, verify }: Field): Promise<string | undefined> {
  if (values.length === 0) return undefined;
  const { missing, instead } = await verify(values).catch((error: unknown) => {
    if (!(error instanceof ConfigError) || endsSync(error)) throw error;
    return { missing: [], instead: '' };
  });
  if (missing.length === 0) return undefined;
  const named = missing.map((value) => `"${value}"`).join(', ');
  return `the field "${field}" names ${named}, which is not ${what} of this workspace: ${instead}`;
}

interface ListedField extends Pick<Field, 'field' | 'values' | 'what'> {
  readonly path: string;
  readonly recordsAt: string;
}

/** Records that come in one list, so that the sentence can name the possible values. */
function listed(list: List, { path, recordsAt, ...field }: ListedField): Field {
  return {
    ...field,
    async verify(values) {
      const items = await list(path, recordsAt);
      const ids = new Set(items.map(({ id }) => String(id)));
      const possible = items.slice(0, MOST_LISTED).map(({ id, name }) => `${id} (${name})`);
      const more = items.length > MOST_LISTED ? ` and ${items.length - MOST_LISTED} more` : '';
      return {
        missing: values.filter((value) => !ids.has(value)),
        instead: items.length > 0 ? `possible are ${possible.join(', ')}${more}` : 'there is none, so leave it empty',
      };
    },
  };
}

function contactsField(client: Client, caller: Caller, field: string, values: readonly string[]): Field {
  return {
    field,
    values,
    what: 'a contact',
    verify: async (names) => ({
      missing: (await findContacts(client, caller, names)).missing,
      instead:
        field === 'contact_ids' ? "give Intercom's id, your own or an e-mail address" : 'give the address of one',
    }),
  };
}

interface RetrievedField extends Pick<Field, 'field' | 'values' | 'what'> {
  /** The path to which an id is added. */
  readonly path: string;
}

function retrieved(ask: Ask, { path, what, ...field }: RetrievedField): Field {
  return {
    ...field,
    what: `a ${what}`,
    verify: async (ids) => ({
      missing: await without(ids, (id) => ask({ method: 'GET', path: `${path}/${id}` }).catch(gone)),
      instead: `give the id of a ${what} that exists`,
    }),
  };
}

function gone(error: unknown): undefined {
  if (!(error instanceof SkippedError)) throw error;
}

/** The names for which `find` finds nothing. */
async function without(names: readonly string[], find: (name: string) => Promise<unknown>): Promise<string[]> {
  const found = await Promise.all(names.map(find));
  return names.filter((_, index) => found[index] === undefined);
}
