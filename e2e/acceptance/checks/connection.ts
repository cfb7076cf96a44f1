/** CONNECTION: a check without an answer writes an error, and check shows no secret. */
import type { Family } from '../check.ts';
import { secretsShown } from '../secrets.ts';
import type { ConfigEntry } from '../settings.ts';
import { connectionOf, type Subject } from '../subject.ts';

export const connection: Family = {
  name: 'connection',
  checks: [
    {
      name: 'a check without an answer writes one error',
      problems: async (subject) => {
        const found = subject.settings.configs.filter(({ status }) => status === 'exception');
        if (found.length === 0) throw new Error('no config has the status "exception"');
        return eachConfig(subject, ({ status }) => status === 'exception', exceptionProblems);
      },
    },
    {
      name: 'check shows no secret',
      problems: (subject) =>
        eachConfig(
          subject,
          () => true,
          async ({ config }) => {
            const specification = await connectionOf(subject);
            return secretsShown(await subject.ask('check', { config }), specification, config);
          },
        ),
    },
  ],
};

type Look = (entry: ConfigEntry, subject: Subject) => Promise<readonly string[]>;

async function eachConfig(
  subject: Subject,
  wanted: (entry: ConfigEntry) => boolean,
  look: Look,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const entry of subject.settings.configs) {
    if (entry.section !== 'connection' || !wanted(entry)) continue;
    problems.push(...(await look(entry, subject)).map((problem) => `${entry.path}: ${problem}`));
  }
  return problems;
}

async function exceptionProblems({ config }: ConfigEntry, subject: Subject): Promise<readonly string[]> {
  const { messages } = await subject.ask('check', { config });
  const traces = messages.flatMap(({ trace }) => (trace ? [trace] : []));
  return traces.length === 1 && traces[0]?.error?.message
    ? []
    : [`check writes ${traces.length} traces, not one error with a message`];
}
