/** Reads a time from a saved state, in any form that connectors write. */
import { ConfigError } from '@airbyte-ts/cdk-shim';

const NUMBER = /^-?\d+(\.\d+)?$/;
/** RFC 3339, and the form that Python writes for a time in UTC without a zone. */
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:\d{2})?)?$/i;

/**
 * Whole epoch seconds of `value`: a number or text of epoch seconds, or a time of the calendar. Undefined for null, for
 * nothing and for an empty text. `path` says where in the state it stands. Throws ConfigError for anything else: to take
 * it for none would read everything again without a word.
 */
export function savedTime(value: unknown, path: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const seconds = typeof value === 'string' ? secondsOf(value.trim()) : value;
  if (typeof seconds === 'number' && Number.isFinite(seconds)) return Math.floor(seconds);
  throw new ConfigError(
    `The saved state holds ${JSON.stringify(value).slice(0, 60)} as its "${path}", which is no time: put epoch seconds or a time such as 2024-01-01T00:00:00Z there, or reset the stream, which then is read from its beginning.`,
  );
}

function secondsOf(text: string): number {
  if (NUMBER.test(text)) return Number(text);
  const [, day, time = '00:00', zone = 'Z'] = TIME.exec(text) ?? [];
  return Date.parse(`${day}T${time}${zone}`) / 1000;
}
