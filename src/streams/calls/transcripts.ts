/** The transcript of a call: with those of other calls where it has a conversation, and by itself where it has none. */
import { type JsonObject, keyText, type Row, SkippedError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import type { Call } from '../../generated/calls.ts';
import { listAll } from '../../intercom/pages.ts';
import { timeOf } from '../../scans/time-of.ts';
import { inGroups } from '../in-groups.ts';
import { noneIfGone } from '../none-if-gone.ts';

/** How many conversations one call of the API may name. Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/calls/listcallswithtranscripts */
const MOST_CONVERSATIONS = 20;
/** How long after the last change of a call its transcript may still come, in seconds. */
const PATIENCE = 7 * 24 * 60 * 60;
/** A transcript in one of these states stays as it is. */
const FINAL: readonly unknown[] = ['completed', 'failed'];

interface Transcript {
  readonly entries: readonly unknown[];
  /** Why more may come; undefined where it is whole. */
  readonly pending: string | undefined;
}

/** Throws SkippedError after the rows that came where more may come: the next sync asks again. */
export async function* transcriptOf(call: Call, run: IntercomRun): AsyncGenerator<Row> {
  const { entries, pending } = await (keyText(call.conversation_id) === '' ? ofCallAlone : ofConversation)(call, run);
  yield* filledOf(entries, run).map((entry, position) => ({ ...entry, position }));
  if (pending === undefined) return;
  const now = await run.context.client.serverTime(run);
  if (!(now - timeOf(call, 'updated_at') <= PATIENCE)) return;
  throw new SkippedError(`call ${call.id}: its transcript is not there yet (${pending}), so the next sync asks again.`);
}

interface CallWithTranscript extends JsonObject {
  readonly transcript?: unknown;
  readonly transcript_status?: unknown;
}

const callsOf = inGroups<readonly CallWithTranscript[]>(MOST_CONVERSATIONS, async (conversation_ids, run) => {
  const call = { method: 'POST', path: '/calls/search', body: { conversation_ids } } as const;
  const calls = await listAll<CallWithTranscript>(run.context.client, run, { call, keys: ['data'] });
  return Map.groupBy(calls, ({ conversation_id }) => keyText(conversation_id));
});

async function ofConversation(call: Call, run: IntercomRun): Promise<Transcript> {
  const calls = await callsOf(keyText(call.conversation_id), run);
  const found = calls?.find(({ id }) => id === call.id);
  if (!found) return { entries: [], pending: 'the call is not found' };
  const { transcript, transcript_status: status } = found;
  const entries = Array.isArray(transcript) ? transcript : [];
  if (typeof status === 'string') return { entries, pending: FINAL.includes(status) ? undefined : status };
  return { entries, pending: isAnnounced(call) && isEmpty(entries) ? 'without a state' : undefined };
}

async function ofCallAlone(call: Call, run: IntercomRun): Promise<Transcript> {
  if (!isAnnounced(call)) return { entries: [], pending: undefined };
  const path = `/calls/${call.id}/transcript`;
  const ask = () => run.context.client.ask(run, { method: 'GET', path, isAnswer: isTranscript }).catch(noneIfGone);
  const first = await ask();
  // An answer that lost its body looks like an empty transcript.
  const said = first === '' ? await ask() : first;
  const entries = typeof said === 'string' ? linesOf(said) : said;
  return { entries, pending: isEmpty(entries) ? 'it is empty' : undefined };
}

/** Whether Intercom names an address of the transcript. */
function isAnnounced({ transcription_url }: Call): boolean {
  return transcription_url !== null && transcription_url !== undefined;
}

/** A list of entries, or a text with one entry a line. A proxy's page is no transcript. */
function isTranscript(body: unknown): body is readonly unknown[] | string {
  return Array.isArray(body) || (typeof body === 'string' && !body.trimStart().startsWith('<'));
}

/** Each line as the content of an entry. */
function linesOf(text: string): readonly JsonObject[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map((content) => ({ content }));
}

/** The entries that hold something: Intercom shows one without any field where there is no transcript. */
function filledOf(entries: readonly unknown[], run: IntercomRun): readonly JsonObject[] {
  const objects = entries.filter(isObject);
  const odd = entries.length - objects.length;
  if (odd > 0) run.on({ type: 'note', reason: 'entries of transcripts left out: they are no objects', count: odd });
  return objects.filter((entry) => Object.keys(entry).length > 0);
}

function isEmpty(entries: readonly unknown[]): boolean {
  return !entries.some((entry) => isObject(entry) && Object.keys(entry).length > 0);
}

function isObject(entry: unknown): entry is JsonObject {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}
