import { describe, expect, it } from 'vitest';
import { createRedactor, secretsIn } from './secrets.ts';

describe('createRedactor', () => {
  it('covers a secret in plain text, without the blanks around it, in JSON and in a URL', () => {
    const secret = ' a"b\\c/d e+f\n';
    const redact = createRedactor([secret]);
    const forms = [secret, secret.trim(), JSON.stringify(secret), encodeURIComponent(secret)];
    const query = new URLSearchParams({ q: secret }).toString();
    for (const form of [...forms, query, JSON.stringify({ message: `got ${secret.trim()}` })]) {
      const covered = redact(`before ${form} after`);
      expect(covered).toMatch(/^before .*\*\*\*\*.* after$/s);
      expect(covered).not.toMatch(/b.{0,3}c.{0,3}d/);
    }
  });

  it('covers the whole of a secret that contains another secret', () => {
    expect(createRedactor(['abc', 'abcdef'])('abcdef abc')).toBe('**** ****');
  });

  it('does not change a text for an empty secret, or without secrets', () => {
    expect(createRedactor(['', '  '])('a  b')).toBe('a  b');
    expect(createRedactor([])('plain')).toBe('plain');
  });
});

describe('secretsIn', () => {
  const secret = { type: 'string', airbyte_secret: true };

  it('finds marked fields at any depth of the schema', () => {
    const schema = {
      properties: {
        token: secret,
        open: { type: 'string' },
        credentials: { oneOf: [{ properties: { id: {}, key: secret } }, { properties: { password: secret } }] },
        keys: { items: { properties: { value: secret } } },
        bundle: { airbyte_secret: true },
      },
    };
    const config = {
      token: 't',
      open: 'o',
      credentials: { id: 'i', password: 'p' },
      keys: [{ value: 'k1' }, { value: 'k2' }],
      bundle: { number: 7, list: ['deep'], nothing: null },
    };
    expect(secretsIn(schema, config).sort()).toEqual(['7', 'deep', 'k1', 'k2', 'p', 't']);
  });

  it('accepts a config that does not fit the schema', () => {
    expect(secretsIn({ properties: { token: secret } }, 'text')).toEqual([]);
    expect(secretsIn(undefined, { token: 't' })).toEqual([]);
  });
});
