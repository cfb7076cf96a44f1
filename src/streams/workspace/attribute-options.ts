/** The values that attributes offer to choose from. */
import { keyText } from '@airbyte-ts/cdk-shim';
import { objectsIn } from '../objects-in.ts';
import { readConversations, readUsersAndCompanies } from '../permissions.ts';
import type { Listed } from '../relation.ts';
import { type IntercomSource, sourceOf, stream } from '../stream.ts';
import { textsIn } from '../texts-in.ts';
import { companyAttributeList, contactAttributeList, conversationAttributeList } from './attributes.ts';

/** Options of contacts and companies are texts: an attribute has each once. */
function optionsOf(attributes: typeof contactAttributeList, stream: string): IntercomSource {
  return sourceOf(
    attributes,
    ({ full_name, options }, run) => textsIn(options, run, { name: 'options' }).map((value) => ({ full_name, value })),
    { primaryKey: ['full_name', 'value'], cost: `none beside those of ${stream}` },
  );
}

export const companyAttributeOptions = stream({
  name: 'company_attribute_options',
  sources: [optionsOf(companyAttributeList, 'company_attributes')],
  permission: readUsersAndCompanies,
  docs: 'data-attributes/lisdataattributes',
  fivetran: ['data_attribute_option'],
});

export const contactAttributeOptions = stream({
  name: 'contact_attribute_options',
  sources: [optionsOf(contactAttributeList, 'contact_attributes')],
  permission: readUsersAndCompanies,
  docs: 'data-attributes/lisdataattributes',
  fivetran: ['data_attribute_option'],
});

export const conversationAttributeOptions = stream({
  name: 'conversation_attribute_options',
  sources: [
    sourceOf(
      conversationAttributeList,
      ({ id: attribute, options }, run) =>
        objectsIn<Listed>(options, run, { name: 'options' }).map(({ id, ...option }) => ({
          conversation_attribute_id: keyText(attribute),
          id: keyText(id),
          ...option,
        })),
      { primaryKey: ['conversation_attribute_id', 'id'], cost: 'none beside those of conversation_attributes' },
    ),
  ],
  permission: readConversations,
  docs: 'conversations-attributes/listconversationattributes',
  fivetran: ['data_attribute_option'],
});
