/** Phone calls, and what was said in them. */
import { decimal, idOf } from './ids.ts';
import { type Chooser, chooser } from './random.ts';
import type { Version, World } from './world.ts';

export const callIds = decimal(8_100_003, 4);

const endings = ['completed', 'caller_hangup', 'voicemail'];

export function call(world: World, { ordinal, revision, createdAt, updatedAt }: Version) {
  const { counts } = world;
  const choose = chooser(world.seed, 'call', ordinal);
  const id = callIds.format(ordinal);
  const one = (kind: 'admin' | 'contact' | 'conversation', count: number, share: number) =>
    count > 0 && choose.chance(`${kind} known`, share) ? idOf(kind, choose.integer(kind, 0, count - 1)) : null;
  const hasFin = choose.chance('fin', 0.2);
  const isAnswered = choose.chance('answered', 0.8);
  const address = (what: string) => `https://api.intercom.io/calls/${id}/${what}`;
  return {
    type: 'call',
    id,
    conversation_id: one('conversation', counts.conversations, 0.85),
    admin_id: one('admin', counts.admins, 0.9),
    contact_id: one('contact', counts.contacts, 0.9),
    state: 'completed',
    initiated_at: createdAt,
    ...(isAnswered ? { answered_at: createdAt + 8 } : {}),
    ended_at: createdAt + choose.integer('length', 20, 900),
    created_at: createdAt,
    updated_at: updatedAt,
    recording_url: isAnswered ? address('recording') : null,
    transcription_url: stateOf(choose) === null ? null : address('transcript'),
    call_type: 'phone',
    direction: choose.oneOf('direction', ['inbound', 'outbound']),
    ended_reason: endings[(ordinal + revision) % endings.length],
    phone: `+1555${String(1_000_000 + ordinal)}`,
    fin_recording_url: hasFin ? address('fin_recording') : null,
    fin_transcription_url: hasFin ? address('fin_transcript') : null,
  };
}

/** The state of a transcript; null where there is none. */
function stateOf(choose: Chooser): string | null {
  return choose.oneOf('transcript', [
    'completed',
    'completed',
    'completed',
    'completed',
    'in_progress',
    'failed',
    null,
  ]);
}

const sentences = ['Hello, how can I help?', 'The export stops halfway.', 'Let me look at it with you.', 'Thank you.'];

export interface Transcript {
  readonly status: string | null;
  readonly entries: readonly Readonly<Record<string, unknown>>[];
}

/** Only a completed transcript has entries. */
export function transcript(world: World, ordinal: number): Transcript {
  const choose = chooser(world.seed, 'call', ordinal);
  const status = stateOf(choose);
  if (status !== 'completed') return { status, entries: [] };
  const entries = Array.from({ length: choose.integer('entries', 1, 6) }, (_, index) => ({
    content: sentences[(ordinal + index) % sentences.length],
    speaker: index % 2 === 0 ? 'teammate' : 'user',
    speaker_label: index % 2 === 0 ? 'Teammate 1' : 'User',
    start_time: index * 6 + 3,
    end_time: index * 6 + 8,
  }));
  return { status, entries };
}
