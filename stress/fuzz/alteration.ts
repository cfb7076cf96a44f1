/** Ways in which an answer is not as it should be, and which records may be missing because of it. */
import type { Behaviour, Reply } from './altered-api.ts';
import { changedAt, oddValue, type Path, placesIn } from './change.ts';
import type { Random } from './random.ts';

export interface Altered {
  readonly behaviour: Behaviour;
  /** The alteration, for the report of a case that fails. */
  readonly what: string;
  /**
   * `nothing`: no good answer came, so that another call must return all of it. `shape`: the answer around the records is
   * odd. `record`: one record is.
   */
  readonly kind: 'nothing' | 'shape' | 'record';
  /** Keys of records that were changed or moved; `all` where the answer counts fewer records. */
  readonly spoiled: readonly unknown[] | 'all';
}

type Body = Readonly<Record<string, unknown>>;

export function altered(reply: Reply, random: Random): Altered {
  const kind = random.pick(['nothing', 'shape', 'record'] as const);
  const body = JSON.parse(reply.body) as Body;
  const list = Object.entries(body).find(([, value]) => Array.isArray(value));
  if (kind === 'nothing' || reply.status !== 200) return nothing(reply, random);
  if (kind === 'record' && list) return record(reply, body, [list[0], list[1] as unknown[]], random);
  return shape(reply, body, random);
}

function nothing(reply: Reply, random: Random): Altered {
  const { headers } = reply;
  const html = '<html><body><h1>Sorry</h1></body></html>';
  const odd = () => JSON.stringify({ errors: random.pick([null, [], {}, [null], 'no', [{ code: 5, message: {} }]]) });
  const status = () => random.pick([500, 502, 503, 504, 408]);
  const wait = () => random.pick(['0', '1', '-5', 'x', '1e9', '1e300', 'Wed, 21 Oct 2026 07:28:00 GMT']);
  const behaviour = random.pick<() => Behaviour>([
    () => ({ ...reply, body: reply.body.slice(0, random.below(reply.body.length)) }),
    () => ({ ...reply, body: random.pick(['', 'null', '[]', '12', '"text"', html, '['.repeat(50_000)]) }),
    () => ({ status: status(), headers, body: random.pick([html, '', 'null', odd()]) }),
    () => ({ status: 429, headers: { ...headers, 'retry-after': wait() }, body: odd() }),
    () => ({
      status: 429,
      headers: { ...headers, 'x-ratelimit-reset': random.pick(['1e12', 'soon', '-1']) },
      body: '',
    }),
    () => (random.once(10) ? 'hang' : 'reset'),
  ])();
  const what = typeof behaviour === 'string' ? behaviour : `${behaviour.status} ${behaviour.body.slice(0, 60)}`;
  return { behaviour, what, kind: 'nothing', spoiled: [] };
}

function shape(reply: Reply, body: Body, random: Random): Altered {
  const outer = Object.keys(body).map((key): Path => [key]);
  const pages = placesIn(body.pages).map((path): Path => ['pages', ...path]);
  const path = random.pick([...outer, ...pages]);
  const [key = ''] = path;
  const { after, what } = odd(body, path, random);
  const listed = Object.values(body).some(Array.isArray);
  const saysLess = !listed || Array.isArray(after[key]) || (key === 'pages' && Boolean(nextOf(body)));
  return { behaviour: bodyInto(reply, after), what, kind: 'shape', spoiled: saysLess ? 'all' : [] };
}

function record(
  reply: Reply,
  body: Body,
  [name, list]: readonly [string, readonly unknown[]],
  random: Random,
): Altered {
  const made = (after: Body, what: string, spoiled: readonly unknown[]): Altered => {
    return { behaviour: bodyInto(reply, after), what, kind: 'record', spoiled };
  };
  if (list.length === 0) return made(body, 'as it was', []);
  const index = random.below(list.length);
  const one = list[index] as Body;
  const keys = [one.id, one.full_name];
  if (random.once(6)) return made({ ...body, [name]: [...list, one] }, `${name}.${index} twice`, []);
  if (random.once(6))
    return made({ ...body, [name]: list.with(index, oddValue(random)) }, `${name}.${index} odd`, keys);
  const path = random.pick(placesIn(one));
  const { after, what } = odd(one, path, random);
  const [field = ''] = path;
  const value = after[field];
  const another =
    ['id', 'model', 'full_name'].includes(String(field)) || (String(field).endsWith('_at') && isTime(value));
  return made({ ...body, [name]: list.with(index, after) }, `${name}.${index}.${what}`, another ? keys : []);
}

/** A copy with an odd value at `path`, or without it. */
function odd(value: Body, path: Path, random: Random): { readonly after: Body; readonly what: string } {
  const gone = random.once(3);
  const other = oddValue(random);
  const after = changedAt(value, path, (holder, key) => {
    if (gone) delete holder[key];
    else holder[key] = other;
  });
  return { after, what: `${path.join('.')} ${gone ? 'gone' : `= ${JSON.stringify(other).slice(0, 60)}`}` };
}

/** Whether a value says when, be it another time than before. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)));
}

function nextOf({ pages }: Body): unknown {
  return (pages as { next?: unknown } | null | undefined)?.next;
}

function bodyInto(reply: Reply, body: Body): Reply {
  return { ...reply, body: JSON.stringify(body) };
}
