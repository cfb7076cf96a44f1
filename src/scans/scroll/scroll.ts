/** The scan of a resource that only a scroll brings whole: companies. */
import type { IntercomRun } from '../../config/context.ts';
import type { Settings } from '../../config/settings.ts';
import { type CursorItem, WatermarkCursor } from '../cursors/watermark-cursor.ts';
import { type Criterion, logRowsThatStay, withTombstones } from '../filters.ts';
import type { Parent } from '../resource.ts';
import { sessionOf } from '../session.ts';
import type { Tombstone } from '../tombstone.ts';
import { drainScroll, type Scroll } from './drain.ts';
import { createSpool } from './spool.ts';

export interface ScrollOptions<T, F> extends Scroll {
  /** One record in a word, such as "company". */
  readonly object: string;
  /** Facts about the records, empty at first. */
  readonly facts: () => F;
  /**
   * Adds one record to the facts, also a record that no stream needs. Called before the first record is handed out.
   * `isRead` says whether a stream of this sync reads the scroll.
   */
  readonly watch: (record: T, facts: F, isRead: (stream: string) => boolean) => void;
  /** Adds to the facts how many records there are, once a scroll came to its end. */
  readonly count: (records: number, facts: F) => void;
  readonly criteria: (settings: Settings, facts: F) => readonly Criterion<T>[];
  /** The fingerprint of the filters; undefined under none. Another one in a saved state makes a stream start over. */
  readonly fingerprint: (settings: Settings) => string | undefined;
  /** Whether the rows of a stream were other ones in other connectors, so that their states are of no use. */
  readonly rowsDiffer: (stream: string) => boolean;
  /** The records themselves where the config names them, so that nothing has to be scrolled. */
  readonly named: (run: IntercomRun) => Promise<readonly T[]> | undefined;
}

const BATCH = 100;

export function scroll<T extends CursorItem & { readonly updated_at?: number | null }, F>(
  options: ScrollOptions<T, F>,
): Parent<T, F> {
  const { name, path, object } = options;
  return {
    name,
    object,
    endpoint: `GET ${path}`,
    cost: `one scroll of the workspace, shared by the ${object} streams`,
    cursorField: 'updated_at',
    begin(run) {
      const { settings } = run.context;
      const facts = options.facts();
      return sessionOf<T | Tombstone, WatermarkCursor, F>({
        cursor: ({ name: stream, mode }, state) => {
          const filters = options.fingerprint(settings);
          const rowsDiffer = options.rowsDiffer(stream);
          return new WatermarkCursor({ stream, state, mode, overlap: settings.overlap, filters, rowsDiffer });
        },
        batches: (cursors) => scrolled<T, F>(run, options, { cursors, facts }),
        facts,
      });
    },
  };
}

interface Scrolling<F> {
  readonly cursors: ReadonlySet<WatermarkCursor>;
  readonly facts: F;
}

async function* scrolled<T extends CursorItem & { readonly updated_at?: number | null }, F>(
  run: IntercomRun,
  options: ScrollOptions<T, F>,
  { cursors, facts }: Scrolling<F>,
): AsyncGenerator<readonly (T | Tombstone)[]> {
  const { client, settings } = run.context;
  const t0 = await client.serverTime(run);
  const all = [...cursors];
  const criteria = options.criteria(settings, facts);
  for (const { stream, restarted } of all) if (restarted) run.log('WARN', `${stream}: ${restarted}`);
  if (all.some((cursor) => cursor.isResumed)) logRowsThatStay(options.name, criteria, run);
  const isNeeded = (record: T) => all.some((cursor) => cursor.needs(record));
  const isRead = (name: string) => all.some(({ stream }) => stream === name);
  const watch = (record: T) => options.watch(record, facts, isRead);
  for await (const records of neededRecords(run, options, { isNeeded, watch, facts })) {
    yield await withTombstones(records, criteria, run);
  }
  for (const cursor of all) cursor.end(t0);
}

interface Needs<T, F> {
  readonly isNeeded: (record: T) => boolean;
  readonly watch: (record: T) => void;
  readonly facts: F;
}

/** The needed records of all. They are drained at the scroll's own speed into a spool, since a scroll expires. */
async function* neededRecords<T, F>(
  run: IntercomRun,
  options: ScrollOptions<T, F>,
  { isNeeded, watch, facts }: Needs<T, F>,
): AsyncGenerator<readonly T[]> {
  const named = await options.named(run);
  if (named) {
    for (const record of named) watch(record);
    yield named.filter(isNeeded);
    return;
  }
  const spool = await createSpool<T>();
  let count = 0;
  try {
    await drainScroll<T>(run, options, {
      async add(records) {
        count += records.length;
        for (const record of records) watch(record);
        await spool.add(records.filter(isNeeded));
      },
      async clear() {
        count = 0;
        await spool.clear();
      },
    });
    options.count(count, facts);
    yield* spool.batches(BATCH);
  } finally {
    await spool.close();
  }
}
