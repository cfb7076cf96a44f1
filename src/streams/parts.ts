/** The parts of a conversation or ticket, held against how many Intercom says there are. */
import { IncompleteError, type JsonObject } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../intercom/intercom.ts';

/** How many parts Intercom shows at most: the latest. Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/retrieveconversation */
const MOST_SHOWN = 500;

export interface Parts {
  readonly parts: readonly (JsonObject & { readonly id: unknown })[];
  /** How many there are as Intercom says; null where it says nothing. */
  readonly total: number | null;
}

/** The parts inside a body, under `key` twice over. */
export function partsIn(body: JsonObject, key: 'conversation_parts' | 'ticket_parts'): Parts {
  const list = body[key] as Readonly<Record<string, unknown>> | null | undefined;
  const parts = list?.[key];
  return {
    parts: Array.isArray(parts) ? parts : [],
    total: typeof list?.total_count === 'number' ? list.total_count : null,
  };
}

/** How many of the parts that should be shown are not. */
export function lackingOf({ parts, total }: Parts): number {
  return Math.max(0, Math.min(total ?? 0, MOST_SHOWN) - parts.length);
}

/**
 * Looks at parts a second time where not all came that should be shown. `error` is to be thrown once the parts that came
 * are out; it is agreed where both looks showed the same.
 */
export async function wholeParts<P extends Parts>(
  first: P,
  { name, look }: { readonly name: string; readonly look: () => Promise<P> },
): Promise<{ readonly found: P; readonly error: IncompleteError | undefined }> {
  if (lackingOf(first) === 0) return { found: first, error: undefined };
  const second = await look();
  const found = second.parts.length >= first.parts.length ? second : first;
  const lacking = lackingOf(found);
  const agreed = second.parts.length === first.parts.length && second.total === first.total;
  return { found, error: lacking > 0 ? new IncompleteError(`${lacking} parts of ${name}`, { agreed }) : undefined };
}

/** Says how many parts lie beyond what Intercom shows. `counted`: another count of them, where there is one. */
export function noteWhatIsBeyond({ parts, total }: Parts, counted: number | null, run: IntercomRun): void {
  if (total === null && counted === null) run.note('without any count of their parts', 1);
  const beyond = Math.max(total ?? 0, counted ?? 0) - parts.length;
  if (parts.length >= MOST_SHOWN && beyond > 0)
    run.note(`parts beyond the ${MOST_SHOWN} latest, which Intercom does not show`, beyond);
}
