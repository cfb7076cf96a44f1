/** The Airbyte protocol, version 0.18, over one output: https://docs.airbyte.com/platform/understanding-airbyte/airbyte-protocol */

import type { JsonObject } from '../contract.ts';
import type { Sink, StreamStatus } from '../engine/sink.ts';
import { failureType } from '../errors.ts';
import type {
  AirbyteMessage,
  AirbyteStream,
  ConnectionStatus,
  ConnectorSpecification,
  StreamDescriptor,
  StreamStatusReason,
  TraceError,
} from '../generated/airbyte-message.ts';
import { createRedactor } from '../input/secrets.ts';
import type { Output } from '../process/output.ts';
import { storableLine } from '../process/storable-text.ts';

export interface AirbyteSinkOptions {
  /** The sink hides these secrets in logs, traces and connection statuses. It never changes rows and states. */
  readonly secrets?: readonly string[];
  /** The namespace of each stream that has one in the configured catalog. */
  readonly namespaces?: ReadonlyMap<string, string>;
  /** Also told of each error, as one sentence for people. */
  readonly say?: (sentence: string) => void;
  /** Whether to write logs of the levels DEBUG and TRACE. Default: false. */
  readonly debug?: boolean;
}

/** A sink that also writes the answers of the commands `spec`, `check` and `discover`. */
export interface AirbyteSink extends Sink {
  /** Changes the options of all later messages: secrets and namespaces are known only after their files were read. */
  readonly configure: (changes: AirbyteSinkOptions) => void;
  readonly spec: (spec: JsonObject) => void;
  readonly connectionStatus: (status: ConnectionStatus['status'], message?: string) => void;
  readonly catalog: (streams: AirbyteStream[]) => void;
  /** Returns a copy of a value in which every text hides the secrets. */
  readonly hideSecrets: (value: unknown) => unknown;
  /** Resolves when every message so far is written. */
  readonly written: () => Promise<void>;
}

export function createAirbyteSink(output: Output, options: AirbyteSinkOptions = {}): AirbyteSink {
  let settings = options;
  let redact = createRedactor(options.secrets ?? []);
  const write = (message: AirbyteMessage) => output.write(JSON.stringify(message));

  function inNamespace(stream: string): { namespace?: string } {
    const namespace = settings.namespaces?.get(stream);
    return namespace === undefined ? {} : { namespace };
  }
  function descriptor(stream: string): StreamDescriptor {
    return { name: stream, ...inNamespace(stream) };
  }
  function streamStatus(stream: string, status: StreamStatus, why: { reasons?: StreamStatusReason[] } = {}): void {
    const stream_status = { stream_descriptor: descriptor(stream), status, ...why };
    write({ type: 'TRACE', trace: { type: 'STREAM_STATUS', emitted_at: Date.now(), stream_status } });
  }

  return {
    configure(changes) {
      settings = { ...settings, ...changes };
      redact = createRedactor(settings.secrets ?? []);
    },
    record(stream, data) {
      const record = { stream, ...inNamespace(stream), data, emitted_at: Date.now() };
      const { line, replaced } = storableLine({ type: 'RECORD', record } satisfies AirbyteMessage);
      output.write(line);
      return replaced;
    },
    state(name, state, recordCount) {
      const stream = { stream_descriptor: descriptor(name), stream_state: state };
      const line = JSON.stringify({
        type: 'STATE',
        state: { type: 'STREAM', stream, sourceStats: { recordCount } },
      } satisfies AirbyteMessage);
      output.write(line);
      return line.length;
    },
    status: (stream, status) => streamStatus(stream, status),
    event(stream, event) {
      if (event.type !== 'rows') return;
      const estimate = { name: stream, type: 'STREAM' as const, ...inNamespace(stream), row_estimate: event.count };
      write({ type: 'TRACE', trace: { type: 'ESTIMATE', emitted_at: Date.now(), estimate } });
    },
    // The platform reads reasons only for the status RUNNING, and only one reason.
    rateLimited(stream, untilMs) {
      const reason: StreamStatusReason = { type: 'RATE_LIMITED', rate_limited: { quota_reset: Math.ceil(untilMs) } };
      streamStatus(stream, 'RUNNING', { reasons: [reason] });
    },
    failure(thrown, stream) {
      const where = stream === undefined ? {} : { stream_descriptor: descriptor(stream) };
      const error = { ...traceError(thrown, redact), ...where };
      write({ type: 'TRACE', trace: { type: 'ERROR', emitted_at: Date.now(), error } });
      settings.say?.(stream === undefined ? error.message : `${stream}: ${error.message}`);
    },
    log(level, message) {
      if (!settings.debug && (level === 'DEBUG' || level === 'TRACE')) return;
      write({ type: 'LOG', log: { level, message: redact(message) } });
    },
    ready: () => output.ready(),
    spec(spec) {
      write({ type: 'SPEC', spec: spec as JsonObject & ConnectorSpecification });
    },
    connectionStatus(status, message) {
      const text = message === undefined ? {} : { message: redact(message) };
      if (status === 'FAILED' && text.message !== undefined) settings.say?.(text.message);
      write({ type: 'CONNECTION_STATUS', connectionStatus: { status, ...text } });
    },
    catalog(streams) {
      write({ type: 'CATALOG', catalog: { streams } });
    },
    hideSecrets: (value) =>
      JSON.parse(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? redact(inner) : inner)),
    written: () => output.close(),
  };
}

/** Returns the trace of an error. Only an unexpected error has a stack trace: other errors need none. */
function traceError(thrown: unknown, redact: (text: string) => string): TraceError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const failure_type = failureType(error);
  const fault = failure_type === 'system_error';
  return {
    message: redact(
      fault ? `Unexpected error. Please report it with the log of this run: ${error.message}` : error.message,
    ),
    internal_message: redact([...causesOf(error)].join(', caused by ')),
    ...(fault && error.stack ? { stack_trace: redact(error.stack) } : {}),
    failure_type,
  };
}

/** Returns the texts of the error and its causes, outermost first. A circular chain of causes is safe. */
function causesOf(error: Error): Set<string> {
  const texts = new Set<string>();
  for (let cause: unknown = error; cause !== undefined && !texts.has(String(cause)); ) {
    texts.add(String(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return texts;
}
