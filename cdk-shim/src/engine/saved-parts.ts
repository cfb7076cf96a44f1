/** The state of a stream, with one part for each scan: the first part at the top level, the others under the names of their scans. */
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../contract.ts';

export class SavedParts {
  /** The last written state, or the saved state at first. */
  state: JsonObject;
  private readonly names: readonly string[];
  private readonly parts: (JsonObject | undefined)[];

  /** `names`: the names of the stream's scans, without the first scan. */
  constructor(saved: JsonObject | undefined, names: readonly string[]) {
    this.state = saved ?? {};
    this.names = names;
    const first = Object.entries(this.state).filter(([key]) => !names.includes(key));
    const others = names.map((name) => objectOr(this.state[name], undefined));
    this.parts = [first.length > 0 ? Object.fromEntries(first) : undefined, ...others];
  }

  /** Returns the saved part of the source at `index`, or undefined if it has none. */
  part(index: number): JsonObject | undefined {
    return this.parts[index];
  }

  /** Replaces one part and keeps the others. Returns whether the state changed. */
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
