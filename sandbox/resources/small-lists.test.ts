import { describe, expect, it } from 'vitest';
import { codes, type Json, start } from '../test-client.ts';

describe('small lists', () => {
  it('come whole, under their own keys', async () => {
    const { get } = await start({ admins: 5, teams: 3, tags: 12, segments: 4 });
    const sizes = async (path: string, key: string) => ((await get(path)).json()[key] as unknown[]).length;
    expect(await sizes('/admins', 'admins')).toBe(5);
    expect(await sizes('/teams', 'teams')).toBe(3);
    expect(await sizes('/tags', 'data')).toBe(12);
    expect(await sizes('/segments', 'segments')).toBe(4);
    expect(await sizes('/admins/activity_log_event_types', 'event_types')).toBeGreaterThan(0);
  });

  it.each([
    ['/admins', 'admins', 'admin_not_found'],
    ['/teams', 'teams', 'team_not_found'],
    ['/tags', 'data', 'not_found'],
    ['/segments', 'segments', 'not_found'],
  ])('%s show one by id, or say that there is none', async (path, key, code) => {
    const { get } = await start();
    const [, second = {}] = (await get(path)).json()[key] as Json[];
    expect((await get(`${path}/${second.id}`)).json()).toEqual(second);
    const missing = await get(`${path}/1`);
    expect([missing.status, codes(missing.json())]).toEqual([404, [code]]);
  });

  it('tell the zone of the workspace', async () => {
    const { get } = await start({ timezone: 'Asia/Kolkata' });
    expect((await get('/me')).json()).toMatchObject({ type: 'admin', app: { timezone: 'Asia/Kolkata', region: 'US' } });
  });

  it('show pictures of admins and archived attributes only when asked', async () => {
    const { get } = await start();
    expect((await get('/admins')).text).not.toContain('"avatar"');
    expect((await get('/admins?display_avatar=true')).text).toContain('"avatar"');
    for (const path of ['/data_attributes', '/conversations/attributes']) {
      expect((await get(path)).text).not.toContain('"archived":true');
      expect((await get(`${path}?include_archived=true`)).text).toContain('"archived":true');
    }
  });

  it('count members of segments only when asked', async () => {
    const { get } = await start();
    expect((await get('/segments')).text).not.toContain('"count"');
    expect((await get('/segments?include_count=true')).text).toContain('"count"');
  });

  it('refuse attributes of conversations by their old name', async () => {
    const { get } = await start();
    const refused = await get('/data_attributes?model=conversation');
    expect([refused.status, codes(refused.json())]).toEqual([422, ['parameter_invalid']]);
    for (const model of ['contact', 'company']) {
      const data = (await get(`/data_attributes?model=${model}`)).json().data as Json[];
      expect(new Set(data.map((attribute) => attribute.model))).toEqual(new Set([model]));
    }
  });
});
