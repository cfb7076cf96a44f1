/** The export of what was sent from the workspace, and of what people did with it: one job for all streams about it. */
import type { Call } from '../../intercom/call.ts';
import { exportJob } from '../../scans/export-job/export-job.ts';
import type { ExportedRow } from '../../scans/export-job/rows.ts';
import { workspace } from '../../scans/workspace.ts';
import { timeIn } from './values.ts';

/** What the rows tell other streams. */
export interface OutboundFacts {
  /** The ids of rulesets that sent WhatsApp messages. */
  readonly whatsappRulesets: Set<string>;
}

/** Files with rows that are no events of a receipt. `answer_combined` has a column for each question, and nothing that `answer` lacks. */
const NO_EVENTS = ['receipt', 'answer', 'answer_combined', 'checkpoint', 'overview'];

export function isEvent(kind: string): boolean {
  return !NO_EVENTS.includes(kind);
}

const only = (wanted: string) => ({ needsKind: (kind: string) => kind === wanted });

/** By stream. The stream of a column reads what the stream itself reads. */
const READERS = {
  receipts: only('receipt'),
  receipt_events: { needsKind: isEvent },
  survey_answers: only('answer'),
  series_checkpoints: only('checkpoint'),
  content_stats: { ...only('overview'), isSnapshot: true },
  whatsapp_statuses: { ...only('receipt'), isSnapshot: true },
};

/** The columns that make the keys of rows. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  receipt: ['content_id', 'receipt_id', 'ruleset_id', 'received_at'],
  answer: ['receipt_id', 'question_id'],
  checkpoint: ['series_entry_record_id', 'ruleset_id', 'user_id'],
  overview: ['ruleset_id', 'content_id'],
  answer_combined: [],
};

const get = (path: string): Call => ({ method: 'GET', path });

export const contentExport = exportJob<OutboundFacts>({
  name: 'content_export',
  endpoint: 'POST /export/content/data',
  asks: ['GET /export/content/data/{id}', 'GET /download/content/data/{id}'],
  api: {
    start: async (_, { after, before }) => ({
      method: 'POST',
      path: '/export/content/data',
      body: { created_at_after: after, created_at_before: before },
    }),
    status: async (_, id) => get(`/export/content/data/${encodeURIComponent(id)}`),
    download: async (_, id) => get(`/download/content/data/${encodeURIComponent(id)}`),
    cancel: (id) => ({ method: 'POST', path: `/export/cancel/${encodeURIComponent(id)}` }),
  },
  readerOf: (stream) => READERS[stream.split('__')[0] as keyof typeof READERS],
  again: ({ exports }) => exports.attribution,
  beyond: ({ exports }) => exports.attribution,
  // Nothing was sent before.
  oldest: async (run) => (await workspace(run)).createdAt,
  // A file without a name is the only one: that of the receipts.
  kindOf: () => 'receipt',
  required: (kind) => REQUIRED[kind] ?? ['receipt_id'],
  ownTime: (kind) => (kind === 'receipt' ? 'received_at' : undefined),
  readTime: timeIn,
  isCounted: (kind) => kind !== 'receipt',
  facts: () => ({ whatsappRulesets: new Set() }),
  watch({ kind, columns, values }: ExportedRow, { whatsappRulesets }) {
    if (kind !== 'receipt') return;
    const ruleset = values[columns.indexOf('ruleset_id')];
    if (ruleset && /whats ?app/i.test(values[columns.indexOf('content_type')] ?? '')) whatsappRulesets.add(ruleset);
  },
});
