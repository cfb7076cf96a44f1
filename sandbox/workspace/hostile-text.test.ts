import { describe, expect, it } from 'vitest';
import { start } from '../test-client.ts';

const search = { query: { field: 'created_at', operator: '>', value: 0 }, pagination: { per_page: 150 } };

describe('the text of a workspace', () => {
  it('sometimes breaks readers, and has numbers of any length', async () => {
    const { get, post } = await start({ contacts: 150 });
    const parts = await get('/__sandbox/truth?stream=conversation_parts&bodies=true');
    const text = (await post('/contacts/search', search)).text + parts.text;
    const odd = [
      '\u2028',
      '\\ud83d ',
      '\\u0000',
      '👩‍👩‍👧‍👦',
      '"account_number":1146485234658512926',
      ':0.12345678901234567891',
    ];
    expect(odd.filter((each) => !text.includes(each))).toEqual([]);
  });

  it('is plain where the sandbox is told so', async () => {
    const { post } = await start({ contacts: 150, text: 'plain' });
    expect((await post('/contacts/search', search)).text).not.toMatch(/account_number|\u2028|\\u0000|\\ud83d/);
  });
});
