/** The files of a content export, and their rows as a reader should hold them. */
import type { Line } from '../archive/csv.ts';
import { idOf } from '../data/ids.ts';
import { eventsOf, firstSince, type Receipt, type ReceiptEvent, receiptOf } from '../data/receipt.ts';
import type { World } from '../data/world.ts';

/** Both ends are included, in epoch seconds. */
export interface Span {
  readonly after: number;
  readonly before: number;
}

/** Fields by the names of their columns: texts, and numbers of epoch seconds, which a flag writes as texts; null is -1 in a file. */
export type Fields = Readonly<Record<string, string | number | null>>;

/** What happened to a receipt within the span. */
export interface Sent {
  readonly receipt: Receipt;
  readonly events: readonly ReceiptEvent[];
}

export function* sentWithin(world: World, { after, before }: Span, until: number): Generator<Sent> {
  for (let ordinal = firstSince(world, after); ordinal < world.counts.receipts; ordinal += 1) {
    const receipt = receiptOf(world, ordinal);
    if (receipt.sentAt > before) return;
    const last = Math.min(before, until);
    yield { receipt, events: eventsOf(world, receipt).filter(({ at }) => at >= after && at <= last) };
  }
}

/** Columns of the first time of each kind of event, in the order of real files. */
const FIRST =
  'reply,completion,series_completion,series_disengagement,series_exit,goal_success,tour_step_failure,tour_step_view,reaction,open,click,dismissal,collected_email,unsubscribe,hard_bounce,soft_bounce,spam_complaint,permission_grant,button_tap,screen_view,webhook_failure,sms_failure,whatsapp_failure,push_failure,answer,keyword_reply,people_reached_receipt,checklist_step_receipt,checklist_step_open,checklist_step_click,checklist_step_completion,fin_helpful_answer'.split(
    ',',
  );

export function receiptFields({ receipt, events }: Sent): Fields {
  const { id, ordinal, sentAt, content, contact } = receipt;
  const first = (kind: string) => {
    const times = events.flatMap((event) => (event.kind === kind ? [event.at] : []));
    return times.length > 0 ? Math.min(...times) : null;
  };
  return {
    user_id: idOf('contact', contact),
    user_external_id: `ext-${contact}`,
    company_id: ordinal % 4 === 0 ? idOf('company', ordinal % 5) : null,
    company_external_id: null,
    email: `person${contact}@shop.example`,
    name: `Person ${contact}`,
    ruleset_id: content.ruleset,
    content_id: content.id,
    content_type: content.type,
    content_title: content.title,
    created_via: 'manual',
    device: null,
    ruleset_version_id: `${content.ruleset}1`,
    receipt_id: id,
    received_at: sentAt,
    conversation_id: null,
    series_id: content.series ?? null,
    series_title: content.series ? `Series ${content.series}` : null,
    node_id: null,
    ...Object.fromEntries(FIRST.map((kind) => [`first_${kind}`, first(kind)])),
  };
}

/** The names of the time's column. */
const TIMES: Readonly<Record<string, string>> = {
  open: 'opened_at',
  click: 'clicked_at',
  reply: 'replied_at',
  completion: 'completed_at',
  unsubscribe: 'unsubscribed_at',
  hard_bounce: 'bounced_at',
  goal_success: 'achieved_at',
  tour_step_view: 'viewed_at',
  answer: 'answered_at',
  checkpoint: 'last_processed_at',
};

export const eventKinds = Object.keys(TIMES);

export function eventFields({ receipt }: Sent, { kind, at, details }: ReceiptEvent): Fields {
  const time = { [TIMES[kind] ?? 'at']: at };
  if (kind !== 'checkpoint') return { receipt_id: receipt.id, ...time, ...details };
  return { ...details, company_id: null, created_at: receipt.sentAt, ...time, expires_at: null };
}

/** The totals of each content in the span. */
export function overviewFields(sent: Iterable<Sent>): readonly Fields[] {
  const totals = new Map<string, { readonly receipt: Receipt; receipts: number; opens: number }>();
  for (const { receipt, events } of sent) {
    const total = totals.get(receipt.content.id) ?? { receipt, receipts: 0, opens: 0 };
    totals.set(receipt.content.id, total);
    total.receipts += 1;
    total.opens += events.filter(({ kind }) => kind === 'open').length;
  }
  return [...totals.values()].map(({ receipt: { content }, receipts, opens }) => ({
    ruleset_id: content.ruleset,
    content_id: content.id,
    content_type: content.type,
    content_title: content.title,
    created_at: null,
    state: 'live',
    receipt_total: String(receipts),
    receipt_unique: String(receipts),
    open_total: String(opens),
    open_unique: String(opens),
    open_rate: (opens / receipts).toFixed(2),
  }));
}

/** The first line of a file, and a line for each row; -1 and the empty text both stand for nothing. */
export function* linesOf(rows: Iterable<Fields>, timeText: (time: number) => string): Generator<Line> {
  let isFirst = true;
  for (const fields of rows) {
    if (isFirst) yield Object.keys(fields);
    isFirst = false;
    yield Object.entries(fields).map(([column, value]) => {
      if (value === null) return column.startsWith('first_') || column === 'company_id' ? '-1' : '';
      return typeof value === 'number' ? timeText(value) : value;
    });
  }
}
