import { describe, expect, it } from 'vitest';
import { ConfigError, TransientError } from '../errors.ts';
import { errorsIn, messagesOf, statusesIn } from '../fixtures/messages.ts';
import type { AirbyteMessage, AirbyteStream } from '../generated/airbyte-message.ts';
import { type AirbyteSink, type AirbyteSinkOptions, createAirbyteSink } from './sink.ts';

/** Returns the messages that `use` makes a sink write. Throws if a message does not fit the schema. */
function written(use: (sink: AirbyteSink) => void, options?: AirbyteSinkOptions): AirbyteMessage[] {
  let text = '';
  const write = (line: string) => {
    text += `${line}\n`;
  };
  use(createAirbyteSink({ write, ready: async () => undefined, close: async () => undefined }, options));
  return messagesOf(text);
}

const now = () => expect.closeTo(Date.now(), -5);

it('writes rows, and states with their counts', () => {
  const messages = written((sink) => {
    sink.record('a', { id: '1' });
    sink.state('a', { updated_at: 5 }, 1);
  });
  expect(messages).toEqual([
    { type: 'RECORD', record: { stream: 'a', data: { id: '1' }, emitted_at: now() } },
    {
      type: 'STATE',
      state: {
        type: 'STREAM',
        stream: { stream_descriptor: { name: 'a' }, stream_state: { updated_at: 5 } },
        sourceStats: { recordCount: 1 },
      },
    },
  ]);
});

it('writes the namespace of the catalog in every message about a stream', () => {
  const messages = written((sink) => {
    sink.configure({ namespaces: new Map([['a', 'space']]) });
    sink.record('a', {});
    sink.state('a', {}, 1);
    sink.status('a', 'COMPLETE');
    sink.failure(new ConfigError('x'), 'a');
    sink.record('b', {});
  });
  expect(messages.map((message) => JSON.stringify(message).includes('"namespace":"space"'))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

it('writes the status of a stream, and a wait for quota', () => {
  const messages = written((sink) => {
    sink.status('a', 'STARTED');
    sink.rateLimited('a', 1_744_153_060_500.25);
  });
  expect(statusesIn(messages)).toEqual([
    { stream_descriptor: { name: 'a' }, status: 'STARTED' },
    {
      stream_descriptor: { name: 'a' },
      status: 'RUNNING',
      reasons: [{ type: 'RATE_LIMITED', rate_limited: { quota_reset: 1_744_153_060_501 } }],
    },
  ]);
});

describe('failure', () => {
  const failure = (thrown: unknown, stream?: string) => errorsIn(written((sink) => sink.failure(thrown, stream)));

  it('writes the message and the causes of an expected error, without a stack trace', () => {
    const cause = new Error('outer', { cause: 'inner' });
    expect(failure(new ConfigError('Mend it.', { cause }), 'a')).toEqual([
      {
        message: 'Mend it.',
        internal_message: 'ConfigError: Mend it., caused by Error: outer, caused by inner',
        failure_type: 'config_error',
        stream_descriptor: { name: 'a' },
      },
    ]);
    expect(failure(new TransientError('Later.'))).toEqual([
      { message: 'Later.', internal_message: 'TransientError: Later.', failure_type: 'transient_error' },
    ]);
  });

  it('writes the stack trace of an unexpected error', () => {
    expect(failure(new TypeError('no such thing'))).toEqual([
      {
        message: 'Unexpected error. Please report it with the log of this run: no such thing',
        internal_message: 'TypeError: no such thing',
        stack_trace: expect.stringMatching(/^TypeError: no such thing\n +at .*sink\.test\.ts/),
        failure_type: 'system_error',
      },
    ]);
  });

  it('writes any thrown value', () => {
    const circle = new Error('round');
    circle.cause = circle;
    expect(failure(circle)[0]?.internal_message).toBe('Error: round');
    expect(failure(undefined)[0]?.message).toMatch(/undefined$/);
  });
});

it('writes debug logs only with the option debug', () => {
  const levels = (options: AirbyteSinkOptions) =>
    written((sink) => {
      for (const level of ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const) sink.log(level, 'x');
    }, options).length;
  expect(levels({})).toBe(4);
  expect(levels({ debug: true })).toBe(6);
});

it('shows secrets nowhere but in rows', () => {
  const secret = 'hu"sh/';
  const messages = written((sink) => {
    sink.configure({ secrets: [secret] });
    sink.record('a', { body: secret });
    sink.log('ERROR', `with ${secret} and ${JSON.stringify({ secret })}`);
    sink.connectionStatus('FAILED', `with ${encodeURIComponent(secret)}`);
    sink.failure(new ConfigError(`with ${secret}`, { cause: new Error(secret) }));
    sink.failure(new Error(`with ${secret}`));
  });
  const [record, ...others] = messages;
  expect(record).toMatchObject({ record: { data: { body: secret } } });
  expect(others).toHaveLength(4);
  for (const message of others) {
    expect(JSON.stringify(message)).toContain('with ****');
    expect(JSON.stringify(message)).not.toMatch(/hu.{0,4}sh/);
  }
});

it('answers spec, check and discover', () => {
  const stream: AirbyteStream = { name: 'a', json_schema: {}, supported_sync_modes: ['full_refresh'] };
  const messages = written((sink) => {
    sink.spec({ connectionSpecification: { type: 'object' } });
    sink.connectionStatus('SUCCEEDED');
    sink.catalog([stream]);
  });
  expect(messages).toEqual([
    { type: 'SPEC', spec: { connectionSpecification: { type: 'object' } } },
    { type: 'CONNECTION_STATUS', connectionStatus: { status: 'SUCCEEDED' } },
    { type: 'CATALOG', catalog: { streams: [stream] } },
  ]);
});
