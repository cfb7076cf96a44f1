/** Remembers the answers of each endpoint, for faults that repeat them. */

type Json = Readonly<Record<string, unknown>>;

export interface Memory {
  /** Remembers a good answer. */
  readonly keep: (endpoint: string, answer: unknown) => void;
  /** The latest answer; undefined before the first. */
  readonly latest: (endpoint: string) => Json | undefined;
  /** The first next page that the endpoint named. */
  readonly firstNext: (endpoint: string) => unknown;
  /** An empty page with a new cursor each time; a list without pages has no cursor. */
  readonly blank: (endpoint: string) => Json | undefined;
}

export function createMemory(): Memory {
  const answers = new Map<string, Json>();
  const nexts = new Map<string, unknown>();
  let blanks = 0;
  const latest = (endpoint: string) => answers.get(endpoint);
  return {
    keep: (endpoint, answer) => {
      if (typeof answer !== 'object' || answer === null) return;
      answers.set(endpoint, answer as Json);
      const { pages } = answer as { readonly pages?: { readonly next?: unknown } | null };
      if (pages?.next && !nexts.has(endpoint)) nexts.set(endpoint, pages.next);
    },
    latest,
    firstNext: (endpoint) => nexts.get(endpoint),
    blank: (endpoint) => {
      const answer = latest(endpoint);
      if (!answer) return undefined;
      const emptied = Object.entries(answer).map(([key, value]) => [key, Array.isArray(value) ? [] : value]);
      if (!answer.pages) return Object.fromEntries(emptied);
      blanks += 1;
      const pages = { ...answer.pages, next: { page: blanks, starting_after: `blank-${blanks}` } };
      return { ...Object.fromEntries(emptied), pages };
    },
  };
}
