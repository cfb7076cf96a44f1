/** A fault of a connector: a change of its input, its output or its files. */
import type { Files, Message } from '../../../tests/harness/connector.ts';
import type { Command, Launch } from '../launch.ts';
import type { Packaging } from '../packaging.ts';
import { isObject, type Json, list } from '../schema-nodes.ts';
import type { Settings } from '../settings.ts';

export interface Fault {
  /** Replaces its input. */
  readonly asked?: (run: Run) => Run;
  /** Replaces its messages. */
  readonly messages?: (messages: readonly Json[], run: Run) => readonly Json[];
  /** Replaces a line of its output. */
  readonly line?: (line: string) => string;
  /** Replaces its exit code. */
  readonly exitCode?: (run: Run) => number;
  /** Replaces the content of its files. */
  readonly settings?: (settings: Settings) => Settings;
  readonly packaging?: (packaging: Packaging) => Packaging;
  /** Other checks that must also fail with this fault. */
  readonly also?: readonly string[];
}

export interface Run {
  readonly command: Command;
  readonly files: Files;
}

/** Returns a connector with the fault. */
export function broken(launch: Launch, fault: Fault): Launch {
  return async (command, files = {}) => {
    const run = fault.asked?.({ command, files }) ?? { command, files };
    const answer = await launch(run.command, run.files);
    const aligned = answer.lines.length === answer.messages.length;
    const lineOf = (index: number) => (aligned ? answer.lines[index] : undefined);
    const known = new Map(answer.messages.map((message, index) => [message as unknown as Json, lineOf(index)]));
    const written = fault.messages?.([...known.keys()], run) ?? [...known.keys()];
    const lines = written
      .map((message) => known.get(message) ?? JSON.stringify(message))
      .map((line) => fault.line?.(line) ?? line);
    const messages = written as unknown as readonly Message[];
    return { ...answer, messages, lines, exitCode: fault.exitCode?.(run) ?? answer.exitCode };
  };
}

/** Returns a copy of an object with another value at `path`, such as "streams.0.name". Undefined removes the value. */
export function put(value: unknown, path: string, to: unknown): Json {
  const [name = '', ...rest] = path.split('.');
  const inner = (old: unknown) => (rest.length === 0 ? to : put(old, rest.join('.'), to));
  if (Array.isArray(value)) return value.with(Number(name), inner(value[Number(name)])) as unknown as Json;
  const object = isObject(value) ? value : {};
  return { ...object, [name]: inner(object[name]) };
}

/** Returns the value at `path`, or undefined if the path does not exist. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split('.'))
    found = isObject(found) || Array.isArray(found) ? (found as Json)[name] : undefined;
  return found;
}

/** Changes each message of one type. */
export function each(type: string, change: (message: Json, index: number) => Json): Pick<Fault, 'messages'> {
  return {
    messages: (messages) => {
      let index = 0;
      return messages.map((message) => (message.type === type ? change(message, index++) : message));
    },
  };
}

/** Leaves out the messages for which `goes` is true. */
export function without(goes: (message: Json) => boolean): Pick<Fault, 'messages'> {
  return { messages: (messages) => messages.filter((message) => !goes(message)) };
}

/** Changes the record of a stream at `index`. Default: the first record. */
export function record(stream: string, change: (data: Json) => Json, index = 0): Pick<Fault, 'messages'> {
  return {
    messages: (messages) => {
      const chosen = messages.filter((message) => at(message, 'record.stream') === stream)[index];
      return messages.map((message) =>
        message === chosen ? put(message, 'record.data', change(asJson(at(message, 'record.data')))) : message,
      );
    },
  };
}

/** Changes the streams of the catalog. */
export function catalog(change: (streams: readonly Json[]) => readonly Json[]): Pick<Fault, 'messages'> {
  return each('CATALOG', (message) =>
    put(message, 'catalog.streams', change(list(at(message, 'catalog.streams')).map(asJson))),
  );
}

/** Changes one stream of the catalog. */
export function stream(name: string, path: string, to: unknown): Pick<Fault, 'messages'> {
  return catalog((streams) => streams.map((entry) => (entry.name === name ? put(entry, path, to) : entry)));
}

function asJson(value: unknown): Json {
  return isObject(value) ? value : {};
}
