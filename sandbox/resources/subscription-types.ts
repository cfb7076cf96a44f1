/** Kinds of messages: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/subscription-types */
import { smallList } from '../pages.ts';
import { subscriptionTypes as types } from '../workspace/contact-facts.ts';
import type { Resource } from './resource.ts';

export const subscriptionTypes: Resource = {
  routes: ({ options }) => [
    { method: 'GET', path: '/subscription_types', handle: ({ url }) => smallList(options, types, url) },
  ],
};
