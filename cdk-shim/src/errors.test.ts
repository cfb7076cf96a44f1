import { describe, expect, it } from 'vitest';
import { ConfigError, endsSync, failureType, SkippedError, TransientError } from './errors.ts';

describe('failureType', () => {
  it.each([
    [new ConfigError('x'), 'config_error'],
    [new TransientError('x'), 'transient_error'],
    [new SkippedError('x'), 'system_error'],
    [new TypeError('x'), 'system_error'],
    ['x', 'system_error'],
    [undefined, 'system_error'],
  ])('of %s is %s', (error, type) => {
    expect(failureType(error)).toBe(type);
  });
});

it('keeps the cause and what the error is about', () => {
  const cause = new Error('below');
  expect(new ConfigError('x', { cause })).toMatchObject({ cause, endsSync: false, name: 'ConfigError' });
  expect(new TransientError('x', { cause, retryAfterMs: 5 })).toMatchObject({ cause, retryAfterMs: 5 });
  expect(new SkippedError('x', { cause })).toMatchObject({ cause, name: 'SkippedError' });
});

it('ends the sync only with a ConfigError that says so', () => {
  expect(endsSync(new ConfigError('x', { endsSync: true }))).toBe(true);
  expect(endsSync(new ConfigError('x'))).toBe(false);
  expect(endsSync({ endsSync: true })).toBe(false);
});
