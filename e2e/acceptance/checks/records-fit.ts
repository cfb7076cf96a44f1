/** BASIC READ: records fit the schemas of their streams. */
import { Ajv } from 'ajv';
import type { Check } from '../check.ts';
import { basicRead, recordsByStream } from '../reads.ts';
import { entriesOf, isObject } from '../schema-nodes.ts';

const formats = { date: isTime, 'date-time': isTime };

export const recordsFit: readonly Check[] = [
  {
    name: 'records share fields with the schema',
    problems: async (subject) => {
      const found = recordsByStream(await basicRead(subject));
      return (await subject.streams()).flatMap(({ name, json_schema: schema }) => {
        const fields = 'properties' in schema ? entriesOf(schema.properties).map(([field]) => field) : [];
        const strange = (found.get(name) ?? []).find(
          ({ data }) => isObject(data) && !fields.some((field) => Object.hasOwn(data, field)),
        );
        return strange ? [`${name}: a record has no field of the schema`] : [];
      });
    },
  },
  {
    name: 'records are valid',
    problems: async (subject) => {
      const found = recordsByStream(await basicRead(subject));
      return (await subject.streams()).flatMap(({ name, json_schema: schema }) => {
        const ajv = new Ajv({ strict: false, formats });
        const valid = ajv.compile(schema);
        const wrong = (found.get(name) ?? []).find(({ data }) => !valid(data));
        return wrong && !valid(wrong.data) ? [`${name}: ${ajv.errorsText(valid.errors)}`] : [];
      });
    },
  },
  {
    name: 'whole numbers have no fraction',
    problems: async (subject) => {
      const { lines } = await basicRead(subject);
      const line = lines.findIndex((text) => text.includes('"RECORD"') && FRACTION.test(withoutTexts(text)));
      return line < 0
        ? []
        : [`line ${line + 1} of stdout has a whole number with a fraction: validators do not accept it as an integer`];
    },
  },
];

/** A number such as 1.0 or 2e3. */
const FRACTION = /[:[,]-?\d+(?:\.0+|[eE]\+?\d+)[,}\]]/;

function withoutTexts(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"/g, '""').replaceAll(' ', '');
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
