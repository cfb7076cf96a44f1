/** Reads a list of Intercom's API from its first page to its last. Searches and the scroll have readers of their own. */
import { type JsonObject, TransientError } from '@airbyte-ts/cdk-shim';
import type { Call } from './call.ts';
import type { Caller, Client } from './client.ts';
import { isFew } from './is-few.ts';
import { type NextPage, readNext } from './next-page.ts';
import { createProgress } from './progress.ts';
import { recordsOf } from './records.ts';

export interface ListRequest {
  readonly call: Call;
  /** Where the records may be in an answer: under the first of these keys that holds a list. */
  readonly keys: readonly string[];
  /** How many records to ask for at a time; undefined where the list is documented without pages. */
  readonly perPage?: number;
  /** Whether the `id` of a record is its own; that of an event is its person's. Or the fields that tell a record from all others. Default: true. */
  readonly identified?: boolean | readonly string[];
  /** Whether the answer may be the list itself, without an object around it. Anywhere else a bare list says nothing. */
  readonly bare?: boolean;
  /** Is told how the next page is asked for. */
  readonly onNext?: (next: NextPage) => void;
}

/**
 * Yields page after page, each record once. Follows the answer: first the next page that it names; then `has_more` and
 * `total_pages`, by page number; then `total_count`, where it is above the number of records so far and nothing says that
 * this page is the last. A count that stays a little too high is noted. Throws TransientError where it stays far too high,
 * or where pages bring nothing new, and an Error where the next page is named in an unknown form.
 */
export async function* listPages<T>(
  client: Client,
  caller: Caller,
  { call, keys, perPage, identified, bare = false, onNext }: ListRequest,
): AsyncGenerator<readonly T[]> {
  const name = `${call.method} ${call.path}`;
  const progress = createProgress(name, identified);
  const size: NextPage = perPage === undefined ? {} : { per_page: perPage };
  let next: NextPage = {};
  for (let page = 1; ; page += 1) {
    const body = await ask(client, caller, { call: asking(call, { ...size, ...next }), keys, bare });
    const items = progress.fresh(recordsOf<T>(body, keys, call, caller));
    if (items.length > 0) yield items;
    const said = readNext(body, page, name);
    const { totalCount = 0 } = said;
    const isWhole = said.totalCount !== undefined && progress.came >= totalCount;
    const isCounted = totalCount > progress.came && !said.end;
    // A last page may name itself as the next page. Every counted record came, so it is not asked for.
    if (said.next && !(isWhole && isSame(said.next, next))) next = said.next;
    else if (said.next) return;
    else if (said.more || (isCounted && items.length > 0)) next = { page: page + 1 };
    else {
      complain(caller, { name, missing: isCounted ? totalCount - progress.came : 0, exist: totalCount });
      return;
    }
    progress.follow(next);
    onNext?.(next);
  }
}

async function ask(client: Client, caller: Caller, { call, keys: [key = ''], bare }: ListRequest): Promise<JsonObject> {
  if (!bare) return client.ask(caller, call);
  const body = await client.ask(caller, { ...call, isAnswer: isObjectOrList });
  return Array.isArray(body) ? { [key]: body } : body;
}

function isObjectOrList(body: unknown): body is JsonObject {
  return typeof body === 'object' && body !== null;
}

/** All records of a list. */
export async function listAll<T>(client: Client, caller: Caller, request: ListRequest): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of listPages<T>(client, caller, request)) all.push(...page);
  return all;
}

function isSame(a: NextPage, b: NextPage): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Parameters go into the address of a GET. A POST takes numbers in its body, and a cursor as searches do. */
function asking(call: Call, parameters: NextPage): Call {
  if (call.method === 'GET') return { ...call, query: { ...call.query, ...parameters } };
  const { starting_after, ...numbers } = parameters;
  const { pagination } = call.body ?? {};
  const next = starting_after === undefined ? {} : { pagination: { ...(pagination as object), starting_after } };
  return { ...call, body: { ...call.body, ...numbers, ...next } };
}

interface Shortfall {
  readonly name: string;
  readonly missing: number;
  readonly exist: number;
}

function complain(caller: Caller, { name, missing, exist }: Shortfall): void {
  if (missing === 0) return;
  if (!isFew({ missing, exist })) {
    throw new TransientError(
      `${name} counts ${exist} and returned ${exist - missing}, and names no page with the others: try again later, and report it if it stays.`,
    );
  }
  caller.on({ type: 'note', reason: `counted by ${name} and not shown, in two looks`, count: missing });
}
