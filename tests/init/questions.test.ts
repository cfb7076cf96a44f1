/** The questions of init, answered by the keys of a person. */
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { answersOf, type Flags } from '../../src/init/answers.ts';
import { mayReplace } from '../../src/init/config-file.ts';
import { createPrompter } from '../../src/init/prompter.ts';

const flags: Flags = {
  config: 'config.json',
  force: false,
  token: undefined,
  region: undefined,
  startDate: undefined,
  oauth: false,
  clientId: undefined,
  clientSecret: undefined,
  port: 8910,
  redirectUrl: undefined,
  noBrowser: false,
};

const [ENTER, DOWN, CLEAR, END] = ['\r', '\u001b[B', '\u0015', '\u0003'];

/** A person who waits for each question, and then presses the keys beside it. */
function person(answers: readonly (readonly [question: string, ...keys: string[]])[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (text) => {
    shown += text;
  });
  const typing = (async () => {
    for (const [question, ...keys] of answers) {
      await expect.poll(() => shown).toContain(question);
      for (const key of keys) {
        await setImmediate();
        input.write(key);
      }
    }
  })();
  return { prompter: createPrompter(input, output), typing, shown: () => shown };
}

it('asks for the token without showing it, and for the first day', async () => {
  const { prompter, typing, shown } = person([
    ['How does Intercom let you in?', ENTER],
    ['The access token:', 'my-secret', ENTER],
    ['From which day on', CLEAR, '2024-02-30', ENTER],
    ['give a day that exists', CLEAR, '2024-03-01', ENTER],
  ]);
  const answers = await answersOf(flags, prompter);
  await typing;
  expect(answers).toEqual({ access: 'my-secret', region: undefined, startDate: '2024-03-01T00:00:00Z' });
  expect(shown()).not.toContain('my-secret');
});

it('asks for the app and the region, and reads everything where Enter is pressed', async () => {
  const { prompter, typing, shown } = person([
    ['How does Intercom let you in?', DOWN, ENTER],
    ['The client id', 'our-app', ENTER],
    ['The client secret', 'my-secret', ENTER],
    ['Where does Intercom host', DOWN, ENTER],
    ['From which day on', ENTER],
  ]);
  const answers = await answersOf(flags, prompter);
  await typing;
  const access = { id: 'our-app', secret: 'my-secret', port: 8910, redirectUrl: undefined };
  expect(answers).toEqual({ access, region: 'eu', startDate: '2011-01-01T00:00:00Z' });
  expect(shown()).not.toContain('my-secret');
});

it('asks nothing that the flags say', async () => {
  const { prompter, shown } = person([]);
  await answersOf({ ...flags, token: 't', startDate: '2024-01-01' }, prompter);
  expect(shown()).toBe('');
});

it('ends when a person ends it', async () => {
  const { prompter, typing } = person([['How does Intercom let you in?', END]]);
  await expect(answersOf(flags, prompter)).rejects.toThrow('The questions were ended: no config was written.');
  await typing;
});

it.each([
  ['replaces a file', ['y'], true],
  ['keeps a file', [ENTER], 'exists, and was not touched'],
])('%s as a person says', async (_, keys, expected) => {
  const { prompter, typing } = person([['exists. Replace it?', ...keys]]);
  const asked = mayReplace('package.json', false, prompter).catch((error: Error) => error.message);
  await typing;
  expect(await asked).toEqual(typeof expected === 'string' ? expect.stringContaining(expected) : expected);
});
