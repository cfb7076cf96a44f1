/** Lists in spec.json the values that its field "optional_streams" may have. */
import type { IntercomStream } from '../src/streams/stream.ts';

/** `spec`: the text of spec.json. Returns the text with the names of the streams that are opt-in, in alphabetical order. */
export function withOptionalStreams(spec: string, streams: readonly IntercomStream[]): string {
  const names = streams.flatMap(({ name, optIn }) => (optIn ? [`            "${name}"`] : [])).toSorted();
  const items = ['"items": {', '          "type": "string",', '          "enum": [', names.join(',\n'), '          ]'];
  return spec.replace(/("optional_streams": \{[\s\S]*?)"items": \{[^}]*\}/, (_, before: string) =>
    names.length === 0 ? _ : `${before}${items.join('\n')}\n        }`,
  );
}
