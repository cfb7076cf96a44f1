/** The kinds of messages that contacts agree to or refuse. */
import { type JsonObject, keyText } from '@airbyte-ts/cdk-shim';
import { list } from '../../scans/list.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { records, sourceOf, stream } from '../stream.ts';
import { textsIn } from '../texts-in.ts';

const subscriptionTypeList = list('/subscription_types', { at: 'data' });

const cost = 'none beside those of subscription_types';

export const subscriptionTypes = stream({
  name: 'subscription_types',
  sources: [records(subscriptionTypeList)],
  permission: readUsersAndCompanies,
  docs: 'subscription-types/listsubscriptiontypes',
  fivetran: ['subscription_type'],
});

export const subscriptionTypeTranslations = stream({
  name: 'subscription_type_translations',
  sources: [
    sourceOf(
      subscriptionTypeList,
      ({ id, translations }, run) =>
        objectsIn<JsonObject>(translations, run, { name: 'translations', key: 'locale' }).map((translation) => ({
          subscription_type_id: keyText(id),
          ...translation,
        })),
      { primaryKey: ['subscription_type_id', 'locale'], cost },
    ),
  ],
  permission: readUsersAndCompanies,
  docs: 'subscription-types/listsubscriptiontypes',
  fivetran: ['subscription_type_translation'],
});

export const subscriptionTypeContentTypes = stream({
  name: 'subscription_type_content_types',
  sources: [
    sourceOf(
      subscriptionTypeList,
      ({ id, content_types }, run) =>
        textsIn(content_types, run, { name: 'content_types' }).map((content_type) => ({
          subscription_type_id: keyText(id),
          content_type,
        })),
      { primaryKey: ['subscription_type_id', 'content_type'], cost },
    ),
  ],
  permission: readUsersAndCompanies,
  docs: 'subscription-types/listsubscriptiontypes',
  fivetran: ['subscription_type_content_type'],
});
