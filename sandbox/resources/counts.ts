/** Counts: no call of their own shows them, but searches and lists tell them. */
import { countRows } from '../workspace/truth-counts.ts';
import type { Resource } from './resource.ts';

export const counts: Resource = { routes: () => [], truth: { counts: countRows } };
