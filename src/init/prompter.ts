/** Asks a person on a terminal. Everything is shown on stderr. */
import type { Readable, Writable } from 'node:stream';
import { ConfigError } from '@airbyte-ts/cdk-shim';
import * as clack from '@clack/prompts';

export interface Prompter {
  /** `problemOf`: what is wrong with an answer; undefined where nothing is. */
  readonly text: (
    message: string,
    options: { readonly initialValue?: string; readonly problemOf: (answer: string) => string | undefined },
  ) => Promise<string>;
  /** What is typed is not shown. */
  readonly secret: (message: string) => Promise<string>;
  readonly choose: (message: string, choices: Readonly<Record<string, string>>) => Promise<string>;
  readonly confirm: (message: string) => Promise<boolean>;
}

export function createPrompter(input: Readable, output: Writable): Prompter {
  return {
    text: async (message, { initialValue = '', problemOf }) =>
      given(await clack.text({ input, output, message, initialValue, validate: (answer = '') => problemOf(answer) })),
    secret: async (message) =>
      given(
        await clack.password({ input, output, message, validate: (answer) => (answer ? undefined : 'It is empty.') }),
      ),
    choose: async (message, choices) => {
      const options = Object.entries(choices).map(([value, label]) => ({ value, label }));
      return given(await clack.select({ input, output, message, options }));
    },
    confirm: async (message) => given(await clack.confirm({ input, output, message, initialValue: false })),
  };
}

/** Throws ConfigError where the person ended the questions, as by Ctrl-C. */
function given<T>(answer: T): Exclude<T, symbol> {
  if (typeof answer === 'symbol') throw new ConfigError('The questions were ended: no config was written.');
  return answer as Exclude<T, symbol>;
}
