/** The attributes, built in and custom, that records of a workspace can have. */
import { keyText } from '@airbyte-ts/cdk-shim';
import type { CompanyAttribute } from '../../generated/company_attributes.ts';
import type { ContactAttribute } from '../../generated/contact_attributes.ts';
import type { ConversationAttribute } from '../../generated/conversation_attributes.ts';
import { listWalk } from '../../scans/list.ts';
import { objectsIn } from '../objects-in.ts';
import { readConversations, readUsersAndCompanies } from '../permissions.ts';
import { asItIs, type IntercomStream } from '../stream.ts';

const docs =
  'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-attributes/lisdataattributes';

/** Built-in attributes have no id and several share a name: only model and full_name tell them apart. */
const primaryKey = ['model', 'full_name'];

function attributesOf(model: 'company' | 'contact') {
  const query = { model, include_archived: true };
  return { name: `${model}_attributes`, path: '/data_attributes', recordsAt: 'data', query };
}

export const companyAttributes: IntercomStream<CompanyAttribute> = {
  name: 'company_attributes',
  walk: listWalk(attributesOf('company')),
  rows: asItIs,
  primaryKey,
  endpoints: ['GET /data_attributes'],
  permission: readUsersAndCompanies,
  cost: 'one',
  docs,
};

export const contactAttributes: IntercomStream<ContactAttribute> = {
  name: 'contact_attributes',
  walk: listWalk(attributesOf('contact')),
  rows: asItIs,
  primaryKey,
  endpoints: ['GET /data_attributes'],
  permission: readUsersAndCompanies,
  cost: 'one',
  docs,
};

export const conversationAttributes: IntercomStream<ConversationAttribute> = {
  name: 'conversation_attributes',
  walk: listWalk({
    name: 'conversation_attributes',
    path: '/conversations/attributes',
    recordsAt: 'data',
    query: { include_archived: true },
  }),
  rows: (attribute, run) =>
    objectsIn<{ id: unknown }>([attribute], run, { name: 'attributes' }).map((known) => ({
      ...known,
      id: keyText(known.id),
    })),
  primaryKey: ['id'],
  endpoints: ['GET /conversations/attributes'],
  permission: readConversations,
  cost: 'one',
  docs: 'https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations-attributes/listconversationattributes',
};
