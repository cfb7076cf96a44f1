/** The scans of lists that cannot be asked for in part: `list` for a list in one answer, `pages` for one in pages. */
import { ConfigError, type JsonObject, SkippedError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../config/context.ts';
import type { Call } from '../intercom/call.ts';
import { type ListRequest, listAll, listPages } from '../intercom/pages.ts';
import { type CursorItem, WatermarkCursor } from './cursors/watermark-cursor.ts';
import { oncePerSync } from './once-per-sync.ts';
import type { Parent, Resource } from './resource.ts';
import { sessionOf } from './session.ts';
import { wholeScan } from './whole.ts';

export interface ListOptions {
  /** The key of an answer under which the records are. */
  readonly at: string;
  readonly query?: NonNullable<Call['query']>;
  /** Whether the answer may be the list itself, without an object around it. */
  readonly bare?: boolean;
  /** The time of a record, in epoch seconds, where it has one: a record that stayed the same is not emitted again. Default: every sync emits all. */
  readonly cursorField?: string;
  /** One record in a word, such as "article", where other rows hang on the records. */
  readonly object?: string;
}

/** Options of a list whose records other rows hang on. */
type ParentOptions = ListOptions & { readonly object: string };

export interface WholeList<T> extends Resource<T> {
  /** The whole list, for other streams: a sync asks for it once. Throws as `listPages` does. */
  readonly all: (run: IntercomRun) => Promise<readonly T[]>;
}

/** A list that Intercom gives in one answer. Pages are followed all the same if an answer names them. */
export function list<T extends CursorItem = CursorItem & JsonObject>(
  path: string,
  options: ParentOptions,
): WholeList<T> & Parent<T>;
export function list<T extends CursorItem = CursorItem & JsonObject>(path: string, options: ListOptions): WholeList<T>;
export function list<T extends CursorItem>(path: string, options: ListOptions): WholeList<T> {
  const all = oncePerSync((run) => askList<T>(run, path, options));
  const ask = async function* (run: IntercomRun) {
    yield await all(run);
  };
  return { ...listed<T>(path, options, ask), cost: 'one', all };
}

interface PagesOptions extends ListOptions {
  readonly perPage: number;
  /** Another call that counts the records, where the list may leave some out. */
  readonly counted?: Counted;
}

interface Counted {
  /** The call, such as "GET /articles/search". */
  readonly by: string;
  /** Undefined where the call does not tell it. */
  readonly count: (run: IntercomRun) => Promise<number | undefined>;
}

/** A list in pages of `perPage` records. */
export function pages<T extends CursorItem = CursorItem & JsonObject>(
  path: string,
  options: ParentOptions & PagesOptions,
): Parent<T>;
export function pages<T extends CursorItem = CursorItem & JsonObject>(path: string, options: PagesOptions): Resource<T>;
export function pages<T extends CursorItem>(path: string, { perPage, counted, ...options }: PagesOptions): Resource<T> {
  const request = { ...requestOf(path, options), perPage };
  const ask = async function* (run: IntercomRun) {
    let came = 0;
    for await (const page of listPages<T>(run.context.client, run, request)) {
      came += page.length;
      yield page;
    }
    if (counted) await noteUnlisted(run, `GET ${path}`, { counted, came });
  };
  const cost = `one for ${perPage} records${counted ? ', and one that counts them' : ''}`;
  return { ...listed<T>(path, options, ask), cost, ...(counted ? { asks: [counted.by] } : {}) };
}

interface Shown {
  readonly counted: Counted;
  /** How many records the list showed. */
  readonly came: number;
}

async function noteUnlisted(run: IntercomRun, list: string, { counted, came }: Shown): Promise<void> {
  const count = ((await counted.count(run)) ?? 0) - came;
  if (count > 0) run.on({ type: 'note', reason: `counted by ${counted.by}, and not shown by ${list}`, count });
}

/** All records of a list. Throws as `listPages` does. */
export function askList<T>(
  run: IntercomRun,
  path: string,
  options: Pick<ListOptions, 'at' | 'query' | 'bare'>,
): Promise<readonly T[]> {
  return listAll<T>(run.context.client, run, requestOf(path, options));
}

function requestOf(path: string, { at, query, bare = false }: Pick<ListOptions, 'at' | 'query' | 'bare'>): ListRequest {
  return { call: { method: 'GET', path, ...(query ? { query } : {}) }, keys: [at], bare };
}

function listed<T extends CursorItem>(
  path: string,
  { cursorField, object }: ListOptions,
  ask: (run: IntercomRun) => AsyncIterable<readonly T[]>,
): Omit<Resource<T>, 'cost'> {
  const about = { endpoint: `GET ${path}`, ...(object === undefined ? {} : { object }) };
  const known = (run: IntercomRun) => existing(path, ask(run));
  if (cursorField === undefined) return { ...wholeScan<T>(path, known), ...about };
  return { name: path, ...about, cursorField, begin: (run) => remembering<T>(run, cursorField, known) };
}

/** Throws ConfigError where Intercom knows no such list: a stream of it cannot be read. */
async function* existing<T>(path: string, pages: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pages;
  } catch (error) {
    if (!(error instanceof SkippedError)) throw error;
    throw new ConfigError(
      `Intercom has no ${path} for this workspace: ${error.message} If the name is right, its plan or region does not include it, so leave the stream out.`,
      { cause: error },
    );
  }
}

/** A list that is small enough to remember whole. */
function remembering<T extends CursorItem>(
  run: IntercomRun,
  cursorField: string,
  ask: (run: IntercomRun) => AsyncIterable<readonly T[]>,
) {
  return sessionOf<T, WatermarkCursor, undefined>({
    cursor: ({ name, mode }, state) =>
      new WatermarkCursor({ stream: name, state, mode, overlap: Number.POSITIVE_INFINITY, cursorField }),
    async *batches(cursors) {
      const { client } = run.context;
      let t0: number | undefined;
      for await (const page of ask(run)) {
        // The time of the first answer: a record that changes while later pages are read belongs to the next sync.
        t0 ??= await client.serverTime(run);
        for (const cursor of cursors) cursor.expect(page);
        yield [];
        yield page;
      }
      t0 ??= await client.serverTime(run);
      for (const cursor of cursors) cursor.end(t0);
      yield [];
    },
    facts: undefined,
  });
}
