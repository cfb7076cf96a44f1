/** The parts of a conversation or ticket, held against how many Intercom says there are. */
import { IncompleteError, type JsonObject } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';
import { objectsIn } from './objects-in.ts';

/** How many parts Intercom shows at most: the latest. Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations/retrieveconversation */
const MOST_SHOWN = 500;

export interface Parts {
  /** The usable parts. */
  readonly parts: readonly (JsonObject & { readonly id: unknown })[];
  /** How many entries the answer showed, usable or not. */
  readonly shown: number;
  /** Intercom's count of the parts; null where it gives none. */
  readonly total: number | null;
}

/** The parts inside a body, at `body[key][key]`. Entries that are no parts are noted with `run`. */
export function partsIn(body: object, key: 'conversation_parts' | 'ticket_parts', run: Pick<IntercomRun, 'on'>): Parts {
  const list = (body as JsonObject)[key] as JsonObject | null | undefined;
  const shown: unknown = list?.[key];
  return {
    parts: objectsIn(shown, run, { name: key }),
    shown: Array.isArray(shown) ? shown.length : 0,
    total: typeof list?.total_count === 'number' ? list.total_count : null,
  };
}

/** How many parts should be shown and are not. */
export function lackingOf({ shown, total }: Parts): number {
  return Math.max(0, Math.min(total ?? 0, MOST_SHOWN) - shown);
}

/**
 * Asks for parts a second time where parts are missing. Throw `error` after the rows of the parts that came. It is `agreed`
 * where both answers showed the same parts.
 */
export async function wholeParts<P extends Parts>(
  first: P,
  { name, look }: { readonly name: string; readonly look: () => Promise<P> },
): Promise<{ readonly found: P; readonly error: IncompleteError | undefined }> {
  if (lackingOf(first) === 0) return { found: first, error: undefined };
  const second = await look();
  const found = second.shown >= first.shown ? second : first;
  const lacking = lackingOf(found);
  const agreed = second.shown === first.shown && second.total === first.total;
  return { found, error: lacking > 0 ? new IncompleteError(`${lacking} parts of ${name}`, { agreed }) : undefined };
}

/** Notes how many parts lie beyond the ones that Intercom shows. `counted`: another count of them, where there is one. */
export function notePartsBeyond({ shown, total }: Parts, counted: number | null, run: IntercomRun): void {
  if (total === null && counted === null)
    run.on({ type: 'note', reason: 'without any count of their parts', count: 1 });
  const beyond = Math.max(total ?? 0, counted ?? 0) - shown;
  if (shown < MOST_SHOWN || beyond <= 0) return;
  const reason = `parts beyond the ${MOST_SHOWN} latest, which Intercom does not show`;
  run.on({ type: 'note', reason, count: beyond });
}
