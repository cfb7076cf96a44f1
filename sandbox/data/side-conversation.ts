/** Side conversations: threads that teammates begin from within a conversation. */
import { decimal, idOf } from './ids.ts';
import { phrase } from './phrases.ts';
import { chooser } from './random.ts';
import type { World } from './world.ts';

/** More than any conversation, and any thread, has. */
const MOST_THREADS = 64;
const MOST_PARTS = 8;

const threadIds = decimal(450_000_000, 1);
const partIds = decimal(91_000_000_000, 1);

/** The threads of the conversation at `ordinal`. A few conversations have more than one page of them. */
export function sideConversations(world: World, ordinal: number, createdAt: number) {
  const choose = chooser(world.seed, 'side', ordinal);
  const some = choose.chance('any', 0.15) ? choose.integer('count', 1, 3) : 0;
  return Array.from({ length: ordinal % 500 === 8 ? 55 : some }, (_, index) => {
    const thread = ordinal * MOST_THREADS + index;
    const count = 1 + (thread % 3);
    return {
      side_conversation_id: threadIds.format(thread),
      conversation_parts: Array.from({ length: count }, (__, at) =>
        part(world, { number: thread * MOST_PARTS + at, at: createdAt + 60 * (at + 1) }),
      ),
      total_count: count,
    };
  });
}

function part({ counts }: World, { number, at }: { readonly number: number; readonly at: number }) {
  const admin = counts.admins === 0 ? null : idOf('admin', number % counts.admins);
  return {
    type: 'conversation_part',
    id: partIds.format(number),
    part_type: 'comment',
    body: phrase('notes', number),
    author: { type: 'admin', id: admin, name: 'Teammate', email: 'teammate@example.com' },
    created_at: at,
    updated_at: at,
  };
}
