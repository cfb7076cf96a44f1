/** A program that reads Intercom: how it is started, and which rows its messages bring. */
import type { Program } from '../harness/process.ts';

export interface Peer {
  readonly name: string;
  /** Makes what the program needs, and says how it is started. */
  readonly prepare: (setting: Setting) => Promise<Program>;
  /** The row that a line of its output brings; none in other messages. */
  readonly emitted: (message: Message) => Emitted | undefined;
}

export interface Setting {
  /** The sandbox. */
  readonly url: string;
  /** Config with the token and the earliest start, as a file. */
  readonly config: string;
  /** An empty folder for files of the program. */
  readonly folder: string;
  readonly streams: readonly string[];
}

/** One line of the output. */
export type Message = Readonly<Record<string, unknown>>;

export interface Emitted {
  readonly stream: string;
  readonly row: Readonly<Record<string, unknown>>;
}
