/** One sync against an API that answers some calls in a way that it should not: all comes, or the stream says why not. */
import { createAirbyteSink, type Output, read } from '@airbyte-ts/cdk-shim';
import { startSandbox } from '../../sandbox/server.ts';
import { settingsOf } from '../../src/config/parse.ts';
import { mutate } from '../../tests/harness/truth.ts';
import { type Altered, altered } from './alteration.ts';
import { type Asked, type Behaviour, type Reply, startAlteredApi } from './altered-api.ts';
import { contextOf, offered } from './connector-parts.ts';
import { TOKEN } from './files.ts';
import { judged, type Sync } from './judge.ts';
import { createRandom, type Random } from './random.ts';

const NAMES = [
  'tags',
  'admins',
  'segments',
  'contact_attributes',
  'companies',
  'contacts',
  'contact_tags',
  'contact_events',
  'notes',
  'conversations',
  'conversation_parts',
  'tickets',
  'activity_logs',
  'deleted_conversations',
] as const;

const { settings } = settingsOf({ access_token: TOKEN, start_date: '2026-03-01T00:00:00Z' }, {});

/** Starts a small workspace, and reads each stream once without alterations, to know its rows. */
export async function startApiCases() {
  const sandbox = await startSandbox({
    token: TOKEN,
    companies: 4,
    contacts: 8,
    conversations: 6,
    tickets: 3,
    tags: 4,
    activityLogs: 30,
    rateLimit: 1_000_000,
  });
  await mutate(sandbox.url, { count: 30, seed: 1, deletes: true });
  let answer: (asked: Asked, passOn: () => Promise<Reply>) => Promise<Behaviour> = (_, passOn) => passOn();
  const scroll = replayed();
  const api = await startAlteredApi(sandbox.url, (asked, passOn) => answer(asked, () => scroll(asked, passOn)));

  /** Reads one stream, and alters the answers to the calls whose numbers `meets` says. */
  async function sync(name: string, random: Random, meets: (call: number) => boolean): Promise<Sync> {
    const [lines, waits, done]: [string[], number[], Altered[]] = [[], [], []];
    let calls = 0;
    answer = async (_, passOn) => {
      const reply = await passOn();
      if (!meets(calls++)) return reply;
      const one = altered(reply, random);
      done.push(one);
      return one.behaviour;
    };
    const context = contextOf(settings, { baseUrl: api.url, token: TOKEN, onWait: (ms) => waits.push(ms) });
    const streams = offered(context);
    const sink = createAirbyteSink(outputInto(lines), { secrets: [TOKEN], debug: true });
    const configured = [{ name, syncMode: 'incremental' }];
    await read({ streams, configured, states: new Map(), context, sink });
    context.client.close();
    const key = streams.find((stream) => stream.name === name)?.primaryKey ?? [];
    return { stream: name, key, lines, altered: done, waits };
  }

  const whole = new Map<string, Sync>();
  for (const name of NAMES) {
    const sound = await sync(name, createRandom(0), () => false);
    if (judged(sound, sound) !== 'COMPLETE, not altered') throw new Error(`${name} cannot be read`);
    whole.set(name, sound);
  }

  return {
    async run(random: Random): Promise<string> {
      const name = random.pick(NAMES);
      const first = random.below(4);
      const times = random.pick([1, 1, 2, 3, 1000]);
      const fuzzed = await sync(name, random, (call) => call >= first && call < first + times);
      const unaltered = whole.get(name);
      if (!unaltered) throw new Error(`nothing is known of ${name}`);
      return judged(fuzzed, unaltered);
    },
    close: () => Promise.all([api.close(), sandbox.close()]),
  };
}

/** Intercom has one scroll at a time. Its answers are kept and given again, so that a broken scroll of one case does not delay another case. */
function replayed() {
  const known = new Map<string, Reply>();
  return async ({ url }: Asked, passOn: () => Promise<Reply>): Promise<Reply> => {
    if (!url.startsWith('/companies/scroll')) return passOn();
    const key = url.includes('scroll_param') ? 'next' : 'first';
    const reply = known.get(key) ?? (await passOn());
    known.set(key, reply);
    return reply;
  };
}

function outputInto(lines: string[]): Output {
  return { write: (line) => void lines.push(line), ready: async () => undefined, close: async () => undefined };
}
