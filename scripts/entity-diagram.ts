/** Draws the streams of a family and how they hang together, as a diagram in Mermaid's language. */
import type { Family } from '../src/streams/index.ts';
import type { IntercomStream } from '../src/streams/stream.ts';

interface Relation {
  readonly from: IntercomStream;
  readonly to: IntercomStream;
  readonly column: string;
}

/**
 * `columnsOf`: the names of a stream's columns. A column such as contact_id refers to the stream contacts; the stream may be
 * of another family.
 */
export function entityDiagram(
  { streams: members }: Family,
  streams: readonly IntercomStream[],
  columnsOf: (stream: IntercomStream) => readonly string[],
): string {
  const relations = members.flatMap((from) => columnsOf(from).flatMap((column) => relationOf(from, column, streams)));
  const lines = relations.map(({ from, to, column }) => `  ${to.name} ||--o{ ${from.name} : ${column}`);
  const entities = members.flatMap(({ name, primaryKey }) => [
    `  ${name} {`,
    ...primaryKey.map((field) => `    key ${field}`),
    '  }',
  ]);
  return ['```mermaid', 'erDiagram', ...entities, ...lines, '```'].join('\n');
}

function relationOf(from: IntercomStream, column: string, streams: readonly IntercomStream[]): readonly Relation[] {
  const to = streams.find(({ name }) => column === `${singular(name)}_id`);
  return to && to !== from ? [{ from, to, column }] : [];
}

/** "companies" becomes "company", and "contact_tags" becomes "contact_tag". */
function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}
