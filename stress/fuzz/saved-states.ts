/** Saved states to begin from: ours, and the states of other connectors and platforms. */

function streamState(name: string, stream_state: unknown) {
  return { type: 'STREAM', stream: { stream_descriptor: { name, namespace: null }, stream_state } };
}

const recent = { '6762f0dd1bb69f9f2193bb83': [1_700_000_000, 'AbCdEfGh'], 'user-42': [1_700_000_100, 'IjKlMnOp'] };
const ours = { updated_at: 1_700_000_200, recent, start_date: 1_577_836_800, filters: 'AbCdEfGhIjKl' };

export const savedStates: readonly unknown[] = [
  [
    streamState('contacts', {
      backfill: { began: 1_700_000_000, at: 1_650_000_000 },
      recent,
      start_date: 1_577_836_800,
    }),
    streamState('conversations', ours),
    streamState('companies', ours),
    streamState('notes', { ...ours, companies: ours }),
    streamState('segments', { updated_at: 1_700_000_000, recent: {} }),
    streamState('activity_logs', { created_at: 1_700_000_000, recent, start_date: 1_577_836_800 }),
    streamState('deleted_conversations', { deleted_at: 1_700_000_000, recent }),
    streamState('tags', { __ab_no_cursor_state_message: true }),
  ],
  { type: 'GLOBAL', global: { shared_state: {}, stream_states: [streamState('tickets', ours).stream] } },
  {
    type: 'LEGACY',
    data: { conversations: { updated_at: '2023-11-14T22:13:20Z' }, companies: { updated_at: '1700000000' } },
  },
  {
    conversation_parts: {
      prior_state: { updated_at: 1_700_000_000 },
      conversations: { updated_at: 1_700_000_000 },
      parent_state: { conversations: { state: { updated_at: 1_700_000_000 }, lookback_window: 60 } },
      states: [{ partition: { id: '1' }, cursor: { updated_at: 1_700_000_000 } }],
    },
    activity_logs: {
      slices: [{ start: '2023-01-01', end: '2023-02-01', most_recent_cursor_value: '2023-01-31T10:00:00Z' }],
    },
  },
  {
    singer_state: {
      bookmarks: { contacts: { updated_at: '2023-11-14T22:13:20.000000Z' }, tickets: '2023-11-14' },
      currently_syncing: null,
    },
  },
  { type: 'STATE', value: { bookmarks: { companies: { replication_key_value: 1_700_000_000 } } } },
  { streamState: [{ streamDescriptor: { name: 'contacts' }, streamState: ours }] },
];
