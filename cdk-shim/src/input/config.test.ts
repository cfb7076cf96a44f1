import { describe, expect, it } from 'vitest';
import { ConfigError } from '../errors.ts';
import { temporaryFile } from '../fixtures/temporary-file.ts';
import { readConfig } from './config.ts';

const spec = {
  connectionSpecification: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['token', 'since'],
    additionalProperties: true,
    properties: {
      token: { type: 'string', minLength: 1, airbyte_secret: true, order: 0 },
      since: { type: 'string', format: 'date-time', pattern: '^[0-9]{4}-', examples: ['2024-01-01T00:00:00Z'] },
      region: { type: 'string', enum: ['north', 'south'], default: 'north' },
      days: { type: 'integer', minimum: 0, default: 3 },
      proxy: {
        type: 'object',
        properties: { port: { type: 'integer' }, password: { type: 'string', airbyte_secret: true } },
      },
    },
  },
};
/** A token in the wrong field. */
const misplaced = 'hush'.repeat(10);
const good = { token: 'hush', since: '2024-01-01T00:00:00Z' };

async function config(content: unknown) {
  return await readConfig(await temporaryFile(content), spec);
}

describe('readConfig', () => {
  it('fills in defaults, and finds secrets and unknown fields', async () => {
    const content = { ...good, days: 5, proxy: { password: 'psst' }, novelty: 'x', _platform: {}, region: null };
    expect(await config(content)).toEqual({
      values: { ...good, days: 5, region: 'north', proxy: { password: 'psst' }, novelty: 'x' },
      secrets: ['hush', 'psst'],
      unknown: ['novelty'],
    });
  });

  it('does not change the spec', async () => {
    const before = structuredClone(spec);
    await config(good);
    expect(spec).toEqual(before);
  });

  it('names all wrong fields in one sentence', async () => {
    const wrong = { since: 'yesterday', region: 'east', days: -1, proxy: { port: 'p' } };
    await expect(config(wrong)).rejects.toThrow(
      new ConfigError(
        'The config needs a correction: the field "token" is missing, fill it in; ' +
          'the field "since" ("yesterday") is not written correctly, such as "2024-01-01T00:00:00Z"; ' +
          'the field "region" ("east") must be one of "north", "south"; the field "days" (-1) must be >= 0; ' +
          'the field "proxy.port" ("p") must be integer.',
      ),
    );
  });

  it('reports an empty field as empty, and a null field as missing', async () => {
    await expect(config({ ...good, token: '' })).rejects.toThrow(/the field "token" is empty, fill it in\.$/);
    await expect(config({ ...good, token: null })).rejects.toThrow(/the field "token" is missing, fill it in\.$/);
  });

  it.each([
    ['', /holds no JSON object/],
    ['[]', /holds no JSON object/],
    ['{"token": "hush', /is not JSON/],
    ['{"token": hush, "password": "psst"}', /is not JSON/],
    [{ token: ['hush'], since: misplaced, region: misplaced, proxy: misplaced }, /needs a correction/],
    [{ ...good, proxy: { password: 57570 } }, /"proxy.password" must be string/],
    [
      { token: 'hush', since: 'a hush', region: 'hush' },
      /"since" \("a \*{4}"\) is not written.* \("\*{4}"\) must be one/,
    ],
    [{ ...good, region: 'psst@hush.example' }, /the field "region" must be one of/],
  ])('reports the error in %j, and never shows a possible secret', async (content, reason) => {
    const error: unknown = await config(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    const { message, cause } = error as ConfigError;
    expect(message).toMatch(reason);
    expect(`${message} ${cause}`).not.toMatch(/hush|psst|5757/);
  });

  it('refuses a missing file', async () => {
    await expect(readConfig('/nowhere/config.json', spec)).rejects.toThrow(
      /config file \/nowhere\/config.json does not exist/,
    );
  });

  it('accepts a byte order mark', async () => {
    expect((await config(`\uFEFF${JSON.stringify(good)}`)).values).toMatchObject(good);
  });
});
