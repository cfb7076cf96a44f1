import { describe, expect, it } from 'vitest';
import { type Json, start } from '../test-client.ts';

describe('activity logs', () => {
  it('come newest first, between two times, and of the types asked for', async () => {
    const { get, post } = await start();
    const all = (await get('/admins/activity_logs?created_at_after=0&per_page=250')).json();
    expect(all.pages).toMatchObject({ page: 1, per_page: 250, total_pages: 2 });
    const logs = all.activity_logs as Json[];
    const times = logs.map((log) => Number(log.created_at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const type = logs[0]?.activity_type;
    const found = await post('/admins/activity_logs/search', {
      created_at_after: times[249],
      event_types: [type],
      per_page: 250,
    });
    expect(found.json().activity_logs).toEqual(logs.filter((log) => log.activity_type === type));
    expect((await get('/admins/activity_logs')).status).toBe(400);
    expect((await get('/admins/activity_logs?created_at_after=0&per_page=251')).status).toBe(400);
  });
});
