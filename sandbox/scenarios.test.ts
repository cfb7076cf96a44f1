import { describe, expect, it } from 'vitest';
import { createScenario, type ScenarioName, scenarioNames } from './scenarios.ts';
import { type Client, codes, type Json, start } from './test-client.ts';

const search = { query: { field: 'created_at', operator: '>', value: 1 } };

/** The results of calls in a row: their status, or `broken`. */
async function statusesOf(client: Client, calls: number, path = '/tags'): Promise<(number | string)[]> {
  const statuses = [];
  for (let i = 0; i < calls; i++) {
    const status = await client.get(path).then(
      (reply) => reply.status,
      () => 'broken',
    );
    statuses.push(status);
  }
  return statuses;
}

describe('a scenario', () => {
  const call = {
    method: 'GET',
    path: '/companies/scroll',
    template: '/companies/scroll',
    url: new URL('http://127.0.0.1/companies/scroll?scroll_param=a'),
  };
  const drawn = (name: ScenarioName, seed: number) => {
    const { draw } = createScenario(name, 0.3, seed);
    return Array.from({ length: 200 }, () => draw(call)?.kind);
  };

  it.each(scenarioNames)('%s is the same for the same seed', (name) => {
    expect(drawn(name, 4)).toEqual(drawn(name, 4));
  });

  it('is another one for another seed', () => {
    expect(drawn('storm', 4)).not.toEqual(drawn('storm', 5));
    expect(new Set(drawn('storm', 4)).size).toBeGreaterThan(6);
  });

  it('of a scroll rests after three faults, so that a scroll comes to its end', () => {
    const [first, ...others] = drawn('scroll', 4)
      .map((kind, index) => (kind ? index : -1))
      .filter((index) => index >= 0);
    expect(first).toBeDefined();
    expect(others[2]).toBeGreaterThan((others[1] ?? 0) + 20);
  });
});

describe('a sandbox under a scenario', () => {
  it('fails as often as told, counts it, and is well again once it is told so', async () => {
    const client = await start({ faults: ['errors'], faultRate: 0.3 });
    const failed = (await statusesOf(client, 100)).filter((status) => status !== 200);
    expect(failed.length).toBeGreaterThan(15);
    expect(failed.length).toBeLessThan(50);
    const stats = (await client.get('/__sandbox/stats')).json();
    const met = Object.values(stats.byFault as Record<string, number>).reduce((sum, count) => sum + count, 0);
    expect(met).toBe(failed.length);
    const answer = await client.post('/__sandbox/faults', { faults: [] });
    expect(answer.json()).toEqual({ faults: 0, scenarios: [] });
    expect(new Set(await statusesOf(client, 20))).toEqual(new Set([200]));
  });

  it('accepts another scenario while it runs, and refuses an unknown one', async () => {
    const client = await start();
    await client.post('/__sandbox/faults', { scenarios: ['rate'], rate: 0.1, seed: 2 });
    const statuses = (await statusesOf(client, 100)).join(' ');
    expect(statuses).toContain('200 429 429 429 429');
    const refused = await client.post('/__sandbox/faults', { scenarios: ['sunshine'] });
    expect([refused.status, codes(refused.json())]).toEqual([400, ['parameter_invalid']]);
  });

  it('loops: the next page of a search is the one that was asked for', async () => {
    const { post } = await start({ faults: ['loop'], contacts: 30 });
    const page = async (startingAfter?: unknown) => {
      const pagination = { per_page: 10, ...(startingAfter ? { starting_after: startingAfter } : {}) };
      const { pages } = (await post('/contacts/search', { ...search, pagination })).json();
      return (pages as { next?: { starting_after: string } }).next?.starting_after;
    };
    const second = await page();
    expect(second).toBeTypeOf('string');
    expect(await page(second)).toBe(second);
  });

  it('drops a record that it counts', async () => {
    const { post } = await start({ contacts: 30 });
    const { data: whole } = (await post('/contacts/search', search)).json() as { data: Json[] };
    await post('/__sandbox/faults', { faults: [{ path: '/contacts/search', kind: 'drop' }] });
    const { data, total_count } = (await post('/contacts/search', search)).json() as {
      data: Json[];
      total_count: number;
    };
    expect(total_count).toBe(30);
    expect(data).toHaveLength(whole.length - 1);
  });

  it('cuts texts, breaks bodies off, and lets them trickle', async () => {
    const client = await start();
    const faults = ['cut', 'broken', 'trickle'].map((kind) => ({ path: '/tags', kind, delay: 40 }));
    const whole = (await client.get('/tags')).text;
    for (const [index, fault] of faults.entries()) {
      await client.post('/__sandbox/faults', { faults: [fault] });
      const began = performance.now();
      const answer = client.get('/tags');
      if (index === 0) expect((await answer).text).toBe(whole.slice(0, whole.length / 2));
      if (index === 1) await expect(answer).rejects.toThrow();
      if (index === 2) {
        expect((await answer).text).toBe(whole);
        expect(performance.now() - began).toBeGreaterThan(30);
      }
    }
  });
});
