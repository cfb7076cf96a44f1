/** The parts that Intercom shows of a conversation, for every stream that makes rows of them. */
import type { JsonObject, Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { oncePerItem } from '../once-per-item.ts';
import { notePartsBeyond, type Parts, partsIn, wholeParts } from '../parts.ts';
import type { FoundConversation } from './filters.ts';
import { retrieveConversation } from './retrieve.ts';

const KEY = 'conversation_parts';

/** Notes are left to each stream, once it is known which answer counts. */
const silent = { on: () => undefined };

/** One retrieve of a conversation, and a second one where parts are missing, however many streams need its parts. */
const retrieved = oncePerItem(async ({ id }: FoundConversation, run) => {
  const look = async () => {
    const body = await retrieveConversation(id, run);
    return { ...partsIn(body, KEY, silent), body };
  };
  return wholeParts(await look(), { name: `conversation ${id}`, look });
});

/**
 * The rows made of a conversation's parts. Where parts are missing, IncompleteError comes after the rows of the others, so
 * that every stream owes the conversation.
 */
export async function* rowsOfParts(
  conversation: FoundConversation,
  run: IntercomRun,
  rowsOf: (shown: Parts) => readonly Row[],
): AsyncGenerator<Row> {
  const { found, error } = await retrieved(conversation, run);
  const shown = partsIn(found.body, KEY, run);
  notePartsBeyond(shown, messagesOf(found.body), run);
  yield* rowsOf(shown);
  if (error) throw error;
}

/** How many parts there are by the statistics of a conversation, which count its first message too; null where they do not say. */
function messagesOf({ statistics }: JsonObject): number | null {
  const { count_conversation_parts: count } = (statistics ?? {}) as { count_conversation_parts?: unknown };
  return typeof count === 'number' ? count - 1 : null;
}
