/** A check: one named requirement of the acceptance tests. */
import type { Subject } from './subject.ts';

export interface Check {
  /** The name of the check in the output, in runner.yml, and in docs/acceptance.md. */
  readonly name: string;
  /** Returns one sentence for each problem, and nothing if the connector passes. May throw if the check is impossible. */
  readonly problems: (subject: Subject) => readonly string[] | Promise<readonly string[]>;
}

/** The checks of one part of a connector, in the order in which they run. */
export interface Family {
  readonly name: string;
  readonly checks: readonly Check[];
}

export interface Verdict {
  /** The names of the family and the check, such as "spec: enum values are distinct". */
  readonly name: string;
  readonly outcome: 'ok' | 'FAILED' | 'bypassed';
  /** The problems, or the reason for the bypass. */
  readonly reasons: readonly string[];
}

/** Makes the checks of a family, one after the other. Skips the checks with a reason in the subject's `bypassed`. */
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
    return [`the check failed to run: ${error instanceof Error ? error.message : String(error)}`];
  }
}
