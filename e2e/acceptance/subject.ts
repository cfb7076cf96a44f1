/** The connector under test: its answers, each requested once, and its files. */
import type { CatalogStream, Files, Row } from '../../tests/harness/connector.ts';
import type { Answer, Command, Launch } from './launch.ts';
import type { Packaging } from './packaging.ts';
import { isObject, type Json, list } from './schema-nodes.ts';
import type { Settings } from './settings.ts';

export interface Subject {
  readonly settings: Settings;
  /** The labels and settings of the image. */
  readonly packaging: () => Promise<Packaging>;
  /** Returns the answer to a command. Repeats a command only for another `turn`. */
  readonly ask: (command: Command, files?: Files, turn?: string) => Promise<Answer>;
  /** Returns the ConnectorSpecification. Throws if the connector writes none. */
  readonly spec: () => Promise<Json>;
  /** Returns the streams that discover finds. Throws if it writes no catalog. */
  readonly streams: () => Promise<readonly CatalogStream[]>;
}

export function subjectOf(settings: Settings, launch: Launch, packaging: () => Promise<Packaging>): Subject {
  const answers = new Map<string, Promise<Answer>>();
  const ask: Subject['ask'] = (command, files = {}, turn = '') => {
    const key = JSON.stringify([command, files, turn]);
    const answer = answers.get(key) ?? launch(command, files);
    answers.set(key, answer);
    return answer;
  };
  return {
    settings,
    packaging,
    ask,
    async spec() {
      const { messages } = await ask('spec');
      const spec: unknown = messages.find((message) => message.spec)?.spec;
      if (!isObject(spec)) throw new Error('spec writes no SPEC');
      return spec;
    },
    async streams() {
      const { messages } = await ask('discover', { config: settings.config });
      const catalog = messages.find((message) => message.catalog)?.catalog;
      if (!catalog) throw new Error('discover writes no CATALOG');
      return list(catalog.streams).filter(isObject) as readonly Row[] as unknown as readonly CatalogStream[];
    },
  };
}

/** Returns the schema of a config. */
export async function connectionOf(subject: Subject): Promise<Json> {
  const { connectionSpecification } = await subject.spec();
  return isObject(connectionSpecification) ? connectionSpecification : {};
}
