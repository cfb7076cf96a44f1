/** Lets the streams of a stream's columns have the rows that the stream itself made: what must be asked for is asked for once. */
import type { Row, View } from '@airbyte-ts/cdk-shim';
import type { Intercom } from '../intercom/intercom.ts';
import type { IntercomStream } from './stream.ts';

type Rows = readonly Row[] | Promise<readonly Row[]>;

/** The same stream, which makes the rows of an item once for everyone who takes that item within one sync. */
export function shareRows(stream: IntercomStream<unknown>, context: Intercom): IntercomStream<unknown> {
  const beside = stream.beside?.(context);
  const shared = beside && sharedView(beside);
  return { ...stream, ...sharedView(stream), ...(shared ? { beside: () => shared } : {}) };
}

function sharedView({ walk, rows }: View<unknown, Intercom>): View<unknown, Intercom> {
  const ofObjects = new WeakMap<object, Rows>();
  // What the config names is walked as texts, and is not much.
  const ofTexts = new Map<unknown, Rows>();
  return {
    walk,
    rows(item, run) {
      const known = isObject(item) ? ofObjects.get(item) : ofTexts.get(item);
      if (known) return known;
      const made = rows(item, run);
      if (isObject(item)) ofObjects.set(item, made);
      else ofTexts.set(item, made);
      return made;
    },
  };
}

function isObject(item: unknown): item is object {
  return typeof item === 'object' && item !== null;
}
