/** The numbers of records; the API has no endpoint that a token may ask for them. */
import type { Resource } from '../define/resource.ts';
import { countRows } from '../workspace/truth-counts.ts';

export const counts: Resource = { routes: () => [], truth: { counts: countRows } };
