/** How far WhatsApp messages came (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/messages/getwhatsappmessagestatus). */
import { idOf } from '../data/ids.ts';
import { firstSince, receiptOf } from '../data/receipt.ts';
import type { World } from '../data/world.ts';
import type { Resource } from '../define/resource.ts';
import { parameterInvalid } from '../errors.ts';
import { positiveNumber } from '../pages.ts';
import type { Body } from '../workspace/bodies.ts';
import { row } from '../workspace/truth-row.ts';

export const whatsappStatuses: Resource = {
  routes: ({ world }) => [
    {
      method: 'GET',
      path: '/messages/status',
      scope: 'read_conversations',
      since: '2.16',
      handle: ({ url }) => list(world, url),
    },
  ],
  truth: {
    *whatsapp_statuses({ world }) {
      for (const body of statuses(world)) yield row(null, { id: body.id }, body.updated_at, body);
    },
  },
};

const states = ['sent', 'delivered', 'read', 'failed'] as const;

function* statuses(world: World): Generator<Body> {
  for (let ordinal = firstSince(world, world.now - 25 * 86_400); ordinal < world.counts.receipts; ordinal += 1) {
    const { id, content, sentAt, contact } = receiptOf(world, ordinal);
    if (content.type !== 'WhatsApp') continue;
    const status = states[ordinal % states.length];
    yield {
      id: `status-${id}`,
      ruleset_id: content.ruleset,
      conversation_id: idOf('conversation', ordinal),
      user_id: idOf('contact', contact),
      status,
      type: 'broadcast_outbound',
      created_at: sentAt,
      updated_at: sentAt + 30,
      template_name: 'order_update',
      whatsapp_message_id: `wamid_${id}`,
      ...(status === 'failed' ? { error: { message: 'Undeliverable', details: 'No such number' } } : {}),
    };
  }
}

function list(world: World, url: URL): Body {
  const ruleset = url.searchParams.get('ruleset_id');
  if (!ruleset) throw parameterInvalid('ruleset_id is required');
  const perPage = positiveNumber(url.searchParams.get('per_page'), 'per_page', 50, 100);
  const start = Number(url.searchParams.get('starting_after') ?? 0);
  const all = [...statuses(world)].filter(({ ruleset_id }) => ruleset_id === ruleset);
  const end = start + perPage;
  return {
    type: 'list',
    ruleset_id: Number(ruleset),
    events: all.slice(start, end).map(({ ruleset_id: _, ...status }) => status),
    pages: {
      type: 'pages',
      next: end < all.length ? { starting_after: String(end) } : null,
      per_page: perPage,
      total_pages: Math.ceil(all.length / perPage),
    },
    total_count: all.length,
  };
}
