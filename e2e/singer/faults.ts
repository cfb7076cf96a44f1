/** The faults of a tap. Each is a change of the tap's lines. */

export interface Damage {
  /** Replaces a line of stdout. */
  readonly damage: (line: string) => readonly string[];
  /** Replaces the tap's exit code. */
  readonly exitCode?: number;
}

interface Message {
  readonly type?: string;
  readonly stream?: string;
  readonly record?: Readonly<Record<string, unknown>>;
}

type Make = (args: readonly string[]) => Damage;

/** Damages single messages. Other lines, such as the lines of a catalog, do not change. */
function messages(change: (message: Message, line: string) => readonly string[]): Make {
  return () => ({
    damage(line) {
      if (!line.startsWith('{"type":')) return [line];
      return change(JSON.parse(line) as Message, line);
    },
  });
}

function records(change: (record: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>): Make {
  return messages((message, line) =>
    message.record ? [JSON.stringify({ ...message, record: change(message.record) })] : [line],
  );
}

function without(type: string): Make {
  return messages((message, line) => (message.type === type ? [] : [line]));
}

export const FAULTS = {
  'no schema': without('SCHEMA'),
  'no records': without('RECORD'),
  'no state': without('STATE'),
  'schema after the first row': () => {
    const held = new Map<string, string>();
    return {
      damage(line) {
        const { type, stream = '' } = line.startsWith('{"type":') ? (JSON.parse(line) as Message) : {};
        if (type === 'SCHEMA') held.set(stream, line);
        if (type === 'SCHEMA') return [];
        const schema = type === 'RECORD' ? held.get(stream) : undefined;
        held.delete(stream);
        return schema ? [line, schema] : [line];
      },
    };
  },
  'a wrong type': records((record) => ({ ...record, type: 7 })),
  'a value that is not a time': records((record) => ({ ...record, updated_at: 'yesterday' })),
  'a time in epoch seconds': records((record) => ({ ...record, updated_at: 1_700_000_000 })),
  'no key': records(({ id: _, ...record }) => record),
  'a key that is null': records((record) => ({ ...record, id: null })),
  'the same key twice': messages((message, line) => (message.type === 'RECORD' ? [line, line] : [line])),
  'a column that is not in the schema': records((record) => ({ ...record, surprise: true })),
  'a row without its stream': messages(({ stream, ...message }, line) =>
    message.type === 'RECORD' ? [JSON.stringify(message)] : [line],
  ),
  'a version that is activated too early': messages((message, line) =>
    message.type === 'SCHEMA'
      ? [line, JSON.stringify({ type: 'ACTIVATE_VERSION', stream: message.stream, version: 1 })]
      : [line],
  ),
  'a log on stdout': () => ({ damage: (line) => ['INFO all is well', line] }),
  'half a catalog': (args) => ({ damage: (line) => (args.includes('--discover') && line === '}' ? [] : [line]) }),
  'exit code 1': () => ({ damage: (line) => [line], exitCode: 1 }),
  'exit code 1 with a state': (args) => ({
    damage: (line) => [line],
    ...(args.includes('--state') ? { exitCode: 1 } : {}),
  }),
  'exit code 1 of --about': (args) => ({
    damage: (line) => [line],
    ...(args.includes('--about') ? { exitCode: 1 } : {}),
  }),
} satisfies Record<string, Make>;

export type Fault = keyof typeof FAULTS;
