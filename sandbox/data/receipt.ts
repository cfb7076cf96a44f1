/** What was sent from the workspace, to whom, and what they did with it: pure functions of the ordinal, oldest first. */
import { idOf } from './ids.ts';
import { topics } from './names.ts';
import { type Chooser, chooser } from './random.ts';
import type { World } from './world.ts';

const DAY = 86_400;

export interface Content {
  readonly id: string;
  readonly ruleset: string;
  readonly type: string;
  readonly title: string;
  readonly series: string | undefined;
}

export interface Receipt {
  readonly id: string;
  readonly ordinal: number;
  readonly sentAt: number;
  readonly content: Content;
  /** The ordinal of the contact. */
  readonly contact: number;
}

export interface ReceiptEvent {
  /** As the name of its file. */
  readonly kind: string;
  readonly at: number;
  /** The columns of the file beside those of the receipt and the time. */
  readonly details: Readonly<Record<string, string>>;
}

const types = ['Email', 'Post', 'Survey', 'Chat', 'Product Tour', 'Email'] as const;
const WHATSAPP = 'WhatsApp';

/** Titles hold what CSV must quote. */
function contentOf(number: number, type: string): Content {
  return {
    id: String(31_400_000 + number * 7),
    ruleset: String(41_200_000 + number * 9),
    type,
    title: `${topics[number % topics.length]}, "part ${number}"${number % 3 === 0 ? '\nsecond line' : ''}`,
    series: number % 4 === 0 ? String(5100 + number) : undefined,
  };
}

/** When a receipt was sent. Times rise with the ordinals, and the last hour is free. */
export function sentAt({ start, now, counts }: World, ordinal: number): number {
  return start + Math.floor(((now - 3600 - start) * (ordinal + 0.5)) / counts.receipts);
}

/** The first receipt that was sent at `time` or later. */
export function firstSince(world: World, time: number): number {
  const { start, now, counts } = world;
  let ordinal = Math.max(0, Math.floor(((time - start) * counts.receipts) / (now - 3600 - start)) - 2);
  while (ordinal < counts.receipts && sentAt(world, ordinal) < time) ordinal += 1;
  return ordinal;
}

export function receiptOf(world: World, ordinal: number): Receipt {
  const at = sentAt(world, ordinal);
  // WhatsApp messages are a new habit of this workspace.
  const isNew = at > world.now - 20 * DAY && ordinal % 3 === 0;
  const number = ordinal % 12;
  return {
    id: String(880_000_000_000 + ordinal * 3),
    ordinal,
    sentAt: at,
    content: isNew ? contentOf(20, WHATSAPP) : contentOf(number, types[number % types.length] ?? 'Post'),
    contact: (ordinal * 7) % Math.max(1, world.counts.contacts),
  };
}

/** In no order. Nothing happens in the hour after the generated history, so that tests which take a while see one truth. */
export function eventsOf(world: World, { id, ordinal, sentAt, content, contact }: Receipt): readonly ReceiptEvent[] {
  const choose = chooser(world.seed, 'receipt', ordinal);
  const events: ReceiptEvent[] = [];
  const add = (kind: string, days: number, details: ReceiptEvent['details'] = {}) => {
    const at = sentAt + 60 + Math.floor(choose.unit(`${kind} time`) * days * DAY);
    events.push({ kind, at: at > world.now ? at + 3600 : at, details });
  };
  if (choose.chance('open', 0.6)) add('open', 20);
  if (choose.chance('click', 0.3)) clicks(choose, add);
  if (choose.chance('reply', 0.1)) add('reply', 9);
  if (choose.chance('unsubscribe', 0.03)) add('unsubscribe', 25);
  if (choose.chance('bounce', 0.02)) add('hard_bounce', 0.1);
  if (choose.chance('goal', 0.08)) add('goal_success', 22);
  if (content.type === 'Product Tour') add('tour_step_view', 3, { step_id: String(600 + (ordinal % 4)) });
  if (content.type === 'Survey' && choose.chance('answers', 0.5)) answers(choose, add);
  if (content.series) {
    const entry = { series_entry_record_id: id, ruleset_id: content.ruleset, user_id: idOf('contact', contact) };
    add('checkpoint', 2, { ...entry, status_code: '2', status_name: 'waiting', times_processed: '3' });
  }
  return events;
}

type Add = (kind: string, days: number, details?: ReceiptEvent['details']) => void;

/** Some people click the same link twice in a second. */
function clicks(choose: Chooser, add: Add): void {
  const times = choose.chance('twice', 0.15) ? 2 : 1;
  const url = `https://shop.example/${choose.oneOf('topic', topics)}?a=1,2`;
  for (let time = 0; time < times; time += 1) add('click', 18, { link_type: 'text', url });
}

function answers(choose: Chooser, add: Add): void {
  add('completion', 6);
  for (const question of [1, 2]) {
    const response = choose.oneOf(`answer ${question}`, ['Yes', 'No, "never"', 'Perhaps\nlater']);
    const about = { question_id: String(70 + question), question: `Question ${question}?` };
    add('answer', 6, { ...about, response_type: 'single_select', response });
  }
}
