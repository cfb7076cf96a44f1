/** The attributes, built in and custom, that records of a workspace can have. */
import { keyText } from '@airbyte-ts/cdk-shim';
import { list } from '../../scans/list.ts';
import { objectsIn } from '../objects-in.ts';
import { readConversations, readUsersAndCompanies } from '../permissions.ts';
import type { Listed } from '../relation.ts';
import { records, sourceOf, stream } from '../stream.ts';

/** Built-in attributes have no id and several share a name: only model and full_name tell them apart. */
const primaryKey = ['model', 'full_name'];

export const companyAttributeList = attributesOf('company');
export const contactAttributeList = attributesOf('contact');

function attributesOf(model: 'company' | 'contact') {
  return list('/data_attributes', { at: 'data', query: { model, include_archived: true } });
}

export const companyAttributes = stream({
  name: 'company_attributes',
  fivetran: ['data_attribute'],
  sources: [records(companyAttributeList, { primaryKey })],
  permission: readUsersAndCompanies,
  docs: 'data-attributes/lisdataattributes',
});

export const contactAttributes = stream({
  name: 'contact_attributes',
  fivetran: ['data_attribute'],
  sources: [records(contactAttributeList, { primaryKey })],
  permission: readUsersAndCompanies,
  docs: 'data-attributes/lisdataattributes',
});

export const conversationAttributeList = list('/conversations/attributes', {
  at: 'data',
  query: { include_archived: true },
});

export const conversationAttributes = stream({
  name: 'conversation_attributes',
  fivetran: ['data_attribute'],
  sources: [
    sourceOf(conversationAttributeList, (attribute, run) =>
      objectsIn<Listed>([attribute], run, { name: 'attributes' }).map((known) => ({ ...known, id: keyText(known.id) })),
    ),
  ],
  permission: readConversations,
  docs: 'conversations-attributes/listconversationattributes',
});
