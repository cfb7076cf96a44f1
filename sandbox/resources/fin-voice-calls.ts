/** The calls that Fin took for other telephone systems, by the conversation that each became. */
import { chooser } from '../data/random.ts';
import { childRows } from '../define/child-rows.ts';
import type { Resource } from '../define/resource.ts';
import { notFound } from '../errors.ts';
import { type Body, listedBody } from '../workspace/bodies.ts';
import { known, type Workspace } from '../workspace/workspace.ts';

const rows = childRows({
  stream: 'fin_voice_calls',
  of: 'conversations',
  parent: 'conversation',
  key: ['id'],
  keyedByParent: false,
  rows: (conversation, workspace, ordinal) =>
    callsOf(conversation, workspace, ordinal).map((body) => ({
      ...body,
      id: String(body.id),
      app_id: String(body.app_id),
    })),
});

export const finVoiceCalls: Resource = {
  ...rows,
  routes: (workspace) => [
    {
      method: 'GET',
      path: '/fin_voice/conversation/{id}',
      scope: 'read_conversations',
      since: '2.15',
      handle: ({ params }) => {
        const ordinal = known(workspace, 'conversations', params.id);
        const { live } = workspace.stores.conversations;
        const calls = callsOf(listedBody(workspace, 'conversations', live, ordinal), workspace, ordinal);
        if (calls.length === 0) throw notFound();
        return calls;
      },
    },
  ],
};

/** Fin had a part in most phone calls, and in some twice. */
function callsOf({ id, source }: Body, { world }: Workspace, ordinal: number): readonly Body[] {
  if ((source as Body | null)?.type !== 'phone_call') return [];
  const choose = chooser(world.seed, 'fin voice', ordinal);
  return Array.from({ length: choose.integer('calls', 0, 2) }, (_, index) => ({
    id: 52_000 + ordinal * 2 + index,
    app_id: 12_345,
    user_phone_number: `+1555${String(2_000_000 + ordinal)}`,
    status: choose.oneOf('status', ['resolved', 'escalated']),
    intercom_call_id: null,
    external_call_id: `call-${ordinal}-${index}`,
    intercom_conversation_id: id,
    call_transcript: [{ speaker: 'user', content: 'The invoice is wrong.' }],
    call_summary: 'Somebody asked about an invoice.',
    intent: [],
  }));
}
