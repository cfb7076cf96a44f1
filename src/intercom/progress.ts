/** Proves that a list makes progress: drops repeated records, and detects pages that bring nothing new. */
import { createHash } from 'node:crypto';
import { keyText, TransientError } from '@airbyte-ts/cdk-shim';
import type { NextPage } from './next-page.ts';

/** How many pages in a row may bring nothing new while each says that there is more. */
const MOST_IDLE = 3;

export interface Progress {
  /** How many different records came. */
  readonly came: number;
  /** The records of a page that did not come before. */
  readonly fresh: <T>(items: readonly T[]) => readonly T[];
  /** Registers the page that is asked for next. Throws TransientError where that page was asked for before, or nothing new came for too long. */
  readonly follow: (next: NextPage) => void;
}

/**
 * `call` names the list in messages. A record without an id counts as new, unless its whole page came before;
 * `identified` says whether an `id` in a record is one of the record at all, or which fields tell it from all others. Default: true.
 */
export function createProgress(call: string, identified: boolean | readonly string[] = true): Progress {
  const key = typeof identified === 'boolean' ? (identified ? ['id'] : []) : identified;
  const idOf = (item: unknown): string | undefined => {
    const values = key.map((field) => (item as Readonly<Record<string, unknown>>)[field]);
    if (values.length === 0 || values.some((value) => value === undefined || value === null)) return undefined;
    return values.length === 1 ? keyText(values[0]) : JSON.stringify(values.map(keyText));
  };
  const ids = new Set<string>();
  const pages = new Set<string>();
  const asked = new Set<string>();
  let came = 0;
  let idle = 0;

  /** Whether this very page came before; remembers it. */
  const knows = (items: readonly unknown[]) => {
    const hash = createHash('sha1').update(JSON.stringify(items)).digest('base64');
    const known = pages.has(hash);
    pages.add(hash);
    return known;
  };

  const leadsNowhere = () =>
    new TransientError(
      `${call} says again and again that there is more, and returns nothing new: try again later, and report it if it stays.`,
    );

  return {
    get came() {
      return came;
    },
    fresh(items) {
      const isKnownPage = items.some((item) => idOf(item) === undefined) && knows(items);
      const fresh = items.filter((item) => {
        const id = idOf(item);
        if (id === undefined) return !isKnownPage;
        const isNew = !ids.has(id);
        ids.add(id);
        return isNew;
      });
      came += fresh.length;
      idle = fresh.length === 0 ? idle + 1 : 0;
      return fresh;
    },
    follow(next) {
      const key = JSON.stringify(next);
      if (asked.has(key) || idle >= MOST_IDLE) throw leadsNowhere();
      asked.add(key);
    },
  };
}
