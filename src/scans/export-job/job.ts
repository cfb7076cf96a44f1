/** A job of Intercom that exports a window, and the part of a state that names it. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import type { Window } from './plan.ts';

export interface Job extends Window {
  /** Intercom's id of it. */
  readonly id: string;
  /** Epoch seconds. */
  readonly askedAt: number;
}

export function toState({ id, after, until, before, askedAt }: Job): JsonObject {
  return { id, after, until, before, asked_at: askedAt };
}

/** Undefined where the state names no job, or none in this form. */
export function fromState(value: unknown): Job | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, after, until, before, asked_at } = value as JsonObject;
  const times = [after, until, before, asked_at];
  if (typeof id !== 'string' || id === '' || !times.every(Number.isFinite)) return undefined;
  const [from, own, to, askedAt] = times as [number, number, number, number];
  return { id, after: from, until: own, before: to, askedAt };
}
