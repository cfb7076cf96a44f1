import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runTap } from '../fixtures/run-tap.ts';
import { temporaryFile } from '../fixtures/temporary-file.ts';
import { tapConfig } from './config.ts';

const properties = {
  token: { type: 'string', airbyte_secret: true },
  up_to: { type: 'integer', minimum: 1 },
  odd: { type: 'boolean' },
  names: { type: 'array', items: { type: 'string' } },
};
const tap = {
  name: 'tap-numbers',
  spec: { connectionSpecification: { type: 'object', required: ['token'], properties } },
};

const read = async (contents: readonly (object | 'ENV')[], environment: Record<string, string> = {}) => {
  const paths = contents.map((content) => (content === 'ENV' ? content : temporaryFile(content)));
  return (await tapConfig(tap, await Promise.all(paths), environment)).values;
};
const defaults = { emit_activate_version_messages: true };

describe('the config of a tap', () => {
  it('reads variables, and converts each value to the type of its field', async () => {
    const environment = {
      TAP_NUMBERS_TOKEN: 'a=b',
      TAP_NUMBERS_UP_TO: '5',
      TAP_NUMBERS_ODD: 'Yes',
      TAP_NUMBERS_NAMES: '["a", "b"]',
      TOKEN: 'x',
      TAP_OTHER_TOKEN: 'x',
      TAP_NUMBERS_UNKNOWN: 'x',
    };
    expect(await read([], environment)).toEqual({ ...defaults, token: 'a=b', up_to: 5, odd: true, names: ['a', 'b'] });
    expect(
      await read([], {
        TAP_NUMBERS_TOKEN: '5',
        TAP_NUMBERS_ODD: '0',
        TAP_NUMBERS_NAMES: 'a, b',
        TAP_NUMBERS_UP_TO: '',
      }),
    ).toEqual({ ...defaults, token: '5', odd: false, names: ['a', 'b'] });
  });

  it('prefers files to variables, later files to earlier files, and ENV to the files before it', async () => {
    const environment = { TAP_NUMBERS_TOKEN: 'variable', TAP_NUMBERS_UP_TO: '5' };
    expect(await read([{ token: 'file' }], environment)).toMatchObject({ token: 'file', up_to: 5 });
    expect(
      await read([
        { token: 'one', up_to: 1 },
        { token: 'two', up_to: null },
      ]),
    ).toMatchObject({ token: 'two', up_to: 1 });
    expect(await read([{ token: 'file' }, 'ENV'], environment)).toMatchObject({ token: 'variable' });
    expect(await read(['ENV', { token: 'file' }], environment)).toMatchObject({ token: 'file' });
  });

  it.each([
    [{ TAP_NUMBERS_UP_TO: 'many' }, /"up_to" \("many"\) must be integer/],
    [{ TAP_NUMBERS_ODD: 'perhaps' }, /"odd" \("perhaps"\) must be boolean/],
    [{ TAP_NUMBERS_NAMES: '[' }, /"names" \("\["\) must be array/],
  ])('names the field of a wrong variable: %j', async (environment, message) => {
    await expect(read([], { TAP_NUMBERS_TOKEN: 'x', ...environment })).rejects.toThrow(message);
  });

  it('names missing fields', async () => {
    await expect(read([])).rejects.toThrow('the field "token" is missing');
    await expect(read([{ token: 7 }])).rejects.toThrow('the field "token" must be string');
  });

  it('reads variables from .env only with ENV, and hides the secrets in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cdk-shim-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, '.env'), 'TAP_NUMBERS_TOKEN="refused"\n');
    const { stderr } = await runTap({}, ['--config', 'ENV'], { cwd: folder });
    expect(stderr).toBe('CRITICAL The token **** is ****: make a new one.\n');
    expect((await runTap({}, [], { cwd: folder })).stderr).toContain('"token" is missing');
  });
});
