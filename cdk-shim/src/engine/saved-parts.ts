/** The state of a stream, in one part for each of its scans: the first at the top, the others under the names of their scans. */
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../contract.ts';

export class SavedParts {
  /** The state as it was written last, or as it was saved. */
  state: JsonObject;
  private readonly names: readonly string[];
  private readonly parts: (JsonObject | undefined)[];

  /** `names`: those of the scans of the stream's second source and the ones after it. */
  constructor(saved: JsonObject | undefined, names: readonly string[]) {
    this.state = saved ?? {};
    this.names = names;
    const first = Object.entries(this.state).filter(([key]) => !names.includes(key));
    const others = names.map((name) => objectOr(this.state[name], undefined));
    this.parts = [first.length > 0 ? Object.fromEntries(first) : undefined, ...others];
  }

  /** The part of the source at `index`; undefined where nothing was saved for it. */
  part(index: number): JsonObject | undefined {
    return this.parts[index];
  }

  /** Replaces one part. The others stay as they were at their own last checkpoint. Returns whether that changes the state. */
  save(index: number, part: JsonObject): boolean {
    this.parts[index] = part;
    const [first, ...others] = this.parts;
    const nested = this.names.flatMap((name, at) => (others[at] ? [[name, others[at]] as const] : []));
    const state = { ...first, ...Object.fromEntries(nested) };
    if (isDeepStrictEqual(state, this.state)) return false;
    this.state = state;
    return true;
  }
}

function objectOr(value: unknown, otherwise: undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : otherwise;
}
