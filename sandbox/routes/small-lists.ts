/** Lists that come whole in one answer: teams, tags, segments, attributes, subscription types. */
import { ApiError, notFound } from '../errors.ts';
import { smallList } from '../pages.ts';
import { allBodies, type Body, fullBody, listedBody } from '../workspace/bodies.ts';
import { subscriptionTypes } from '../workspace/contact-facts.ts';
import type { Kind } from '../workspace/kinds.ts';
import { find, type Workspace } from '../workspace/workspace.ts';
import { conversationAttributes, dataAttributes } from '../workspace/world-facts.ts';
import type { Call, Route } from './route.ts';

export function smallListRoutes(workspace: Workspace): Route[] {
  const { world } = workspace;
  const small = (items: readonly Body[], { url }: Pick<Call, 'url'>) => smallList(workspace.options, items, url);
  const named = (name: string, items: readonly Body[], call: Pick<Call, 'url'>) => {
    const { data, ...rest } = small(items, call);
    return { ...rest, type: `${name}.list`, [`${name}s`]: data };
  };
  return [
    { method: 'GET', path: '/teams', handle: (call) => named('team', allBodies(workspace, 'teams'), call) },
    {
      method: 'GET',
      path: '/teams/{id}',
      handle: ({ params }) => one(workspace, 'teams', params.id, new ApiError(404, 'team_not_found', 'Team not found')),
    },
    { method: 'GET', path: '/tags', scope: 'read_tags', handle: (call) => small(allBodies(workspace, 'tags'), call) },
    {
      method: 'GET',
      path: '/tags/{id}',
      scope: 'read_tags',
      handle: ({ params }) => one(workspace, 'tags', params.id, notFound()),
    },
    {
      method: 'GET',
      path: '/segments',
      handle: ({ url }) => {
        const form = url.searchParams.get('include_count') === 'true' ? fullBody : listedBody;
        return named('segment', allBodies(workspace, 'segments', form), { url });
      },
    },
    {
      method: 'GET',
      path: '/segments/{id}',
      handle: ({ params }) => one(workspace, 'segments', params.id, notFound()),
    },
    {
      method: 'GET',
      path: '/data_attributes',
      handle: ({ url }) => small(attributesOf(workspace, url), { url }),
    },
    {
      method: 'GET',
      path: '/conversations/attributes',
      since: '2.16',
      handle: ({ url }) => small(unlessArchived(conversationAttributes(world), url), { url }),
    },
    { method: 'GET', path: '/subscription_types', handle: (call) => small(subscriptionTypes, call) },
  ];
}

function one(workspace: Workspace, kind: Kind, id: string | undefined, missing: ApiError): Body {
  const ordinal = find(workspace, kind, id ?? '');
  if (ordinal === undefined) throw missing;
  return listedBody(workspace, kind, workspace.shelves[kind].live, ordinal);
}

function attributesOf(workspace: Workspace, url: Call['url']): readonly Body[] {
  const model = url.searchParams.get('model');
  if (model === 'conversation') {
    const message = 'model=conversation is no longer supported. Use GET /conversations/attributes instead';
    throw new ApiError(422, 'parameter_invalid', message);
  }
  if (model !== null && model !== 'contact' && model !== 'company') {
    throw new ApiError(400, 'parameter_invalid', 'model must be contact or company');
  }
  const models: readonly ('contact' | 'company')[] = model === null ? ['contact', 'company'] : [model];
  return unlessArchived(
    models.flatMap((each) => dataAttributes(workspace.world, each)),
    url,
  );
}

function unlessArchived(attributes: readonly Body[], url: URL): readonly Body[] {
  if (url.searchParams.get('include_archived') === 'true') return attributes;
  return attributes.filter((attribute) => attribute.archived !== true);
}
