import { expect, it } from 'vitest';
import { type Client, start } from './test-client.ts';

const quiet = { perSecond: 0, perCall: 0 };

async function snapshot(client: Client): Promise<unknown> {
  const streams = ['companies', 'contacts', 'conversations', 'tickets', 'activity_logs', 'segments'];
  return Promise.all(streams.map((stream) => client.truth(stream)));
}

it('changes by itself, so many times a second, until it is told to stop', async () => {
  const client = await start({ live: 100, contacts: 20, conversations: 20 });
  const before = await snapshot(client);
  await expect.poll(() => snapshot(client)).not.toEqual(before);
  expect((await client.post('/__sandbox/live', quiet)).json()).toEqual(quiet);
  const after = await snapshot(client);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await snapshot(client)).toEqual(after);
});

it('changes with the calls: the same seed and the same calls make the same workspace', async () => {
  const read = async (seed: number) => {
    const client = await start({ contacts: 20, conversations: 20 });
    await client.post('/__sandbox/live', { perCall: 0.5, seed, deletes: false, kinds: ['contacts', 'conversations'] });
    for (let i = 0; i < 20; i++) await client.get('/tags');
    await client.post('/__sandbox/live', quiet);
    return (await Promise.all(['contacts', 'conversations'].map(client.truth))).flat().map(({ key }) => key);
  };
  const [once, again, other] = await Promise.all([read(3), read(3), read(4)]);
  expect(again).toEqual(once);
  expect(other).not.toEqual(once);
});

it('refuses an invalid rate', async () => {
  const client = await start();
  for (const body of [{ perSecond: -1 }, { perSecond: 'often' }, { perCall: 5000 }]) {
    expect((await client.post('/__sandbox/live', body)).status).toBe(400);
  }
});
