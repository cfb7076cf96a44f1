/** A check: one named demand of the acceptance tests. */
import type { Subject } from './subject.ts';

export interface Check {
  /** Names the check in the output, in the file of bypass reasons, and in docs/acceptance.md. */
  readonly name: string;
  /** The problems, a sentence each; none where the connector passes. May throw where the check cannot be made. */
  readonly problems: (subject: Subject) => readonly string[] | Promise<readonly string[]>;
}

/** Checks of one part of a connector, in the order in which they are made. */
export interface Family {
  readonly name: string;
  readonly checks: readonly Check[];
}

export interface Verdict {
  /** Family and check, such as "spec: enum values are distinct". */
  readonly name: string;
  readonly outcome: 'ok' | 'FAILED' | 'bypassed';
  /** The problems, or the reason why the check is not made. */
  readonly reasons: readonly string[];
}

/** Makes every check of a family, one after the other; a bypassed one only where there is no reason for that. */
export async function* judge(family: Family, subject: Subject): AsyncIterable<Verdict> {
  for (const check of family.checks) {
    const name = `${family.name}: ${check.name}`;
    const bypass = subject.settings.bypassed.get(name);
    if (bypass !== undefined) {
      yield { name, outcome: 'bypassed', reasons: [bypass] };
      continue;
    }
    const reasons = await problemsOf(check, subject);
    yield { name, outcome: reasons.length === 0 ? 'ok' : 'FAILED', reasons };
  }
}

async function problemsOf(check: Check, subject: Subject): Promise<readonly string[]> {
  try {
    return await check.problems(subject);
  } catch (error) {
    return [`could not be made: ${error instanceof Error ? error.message : String(error)}`];
  }
}
