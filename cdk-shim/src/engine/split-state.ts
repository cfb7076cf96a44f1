/** The state of a stream that hangs on two walks: what the second has to save stands under that walk's name. */
import type { JsonObject } from '../contract.ts';

/** The state of the first walk; undefined where only the second one was saved yet. */
export function ownState(state: JsonObject | undefined, second: string): JsonObject | undefined {
  const { [second]: _, ...rest } = state ?? {};
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** The state of the second walk. */
export function secondState(state: JsonObject | undefined, second: string): JsonObject | undefined {
  const value = state?.[second];
  return typeof value === 'object' && value !== null ? (value as JsonObject) : undefined;
}
