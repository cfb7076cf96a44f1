/** The subscription types that a contact chose for or against. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Contact } from '../../generated/contacts.ts';
import { askList } from '../../scans/list.ts';
import { objectsIn } from '../objects-in.ts';
import { readUsersAndCompanies } from '../permissions.ts';
import { type Listed, relation } from '../relation.ts';
import { stream } from '../stream.ts';
import { contactScan } from './scan.ts';

export const contactSubscriptions = stream({
  name: 'contact_subscriptions',
  sources: [
    relation(contactScan, {
      child: 'subscription_type',
      list: 'subscription types',
      children: subscriptionsOf,
      columns: ({ opted_in }) => ({ opted_in }),
      asks: ['GET /contacts/{id}/subscriptions'],
      cost: 'none beside those of contacts, but for a contact with more than ten in a list, or without these lists',
    }),
  ],
  permission: readUsersAndCompanies,
  docs: 'subscription-types/listsubscriptionsforacontact',
  fivetran: ['contact_subscription_history'],
});

/** Intercom's schema of a contact lacks both lists, so a contact without them says nothing. */
function subscriptionsOf(contact: Contact, run: IntercomRun): readonly Listed[] | Promise<readonly Listed[]> {
  const { opted_in_subscription_types: agreed, opted_out_subscription_types: refused } = contact;
  const isWhole = (agreed !== undefined || refused !== undefined) && !agreed?.has_more && !refused?.has_more;
  if (!isWhole) return wholeSubscriptions(contact, run);
  return [...chosen(agreed?.data, true, run), ...chosen(refused?.data, false, run)];
}

/** One list of both choices: a contact can only refuse what goes to everyone, and only agree to what does not. */
async function wholeSubscriptions({ id }: Contact, run: IntercomRun): Promise<readonly Listed[]> {
  const types = await askList<JsonObject>(run, `/contacts/${id}/subscriptions`, { at: 'data' });
  const isOptIn = ({ consent_type }: JsonObject) => consent_type === 'opt_in';
  return [
    ...chosen(types.filter(isOptIn), true, run),
    ...chosen(
      types.filter((type) => !isOptIn(type)),
      false,
      run,
    ),
  ];
}

function chosen(list: unknown, opted_in: boolean, run: IntercomRun): readonly Listed[] {
  return objectsIn<Listed>(list, run, { name: 'subscription types' }).map((type) => ({ ...type, opted_in }));
}
