/** The schema of a stream that is a column of another one, made from that stream's. */
import { type Expansion, elementColumn, POSITION, parentColumns } from '../streams/expand/expand.ts';
import { allows, type Expandable, type Schema } from '../streams/expand/expandable.ts';

/** Streams that have the whole of a list which Intercom cuts inside a record. */
const COMPLETE: Readonly<Record<string, string>> = {
  'contacts.companies': 'contact_companies',
  'contacts.notes': 'notes',
  'contacts.tags': 'contact_tags',
};

/** `schema`: that of the stream whose column it is. */
export function expansionSchema({ expands: { parent, column } }: Expansion, schema: Schema): Schema {
  const { properties = {} } = schema;
  const own = parentColumns(parent);
  const inherited = [...own].map(([name, field]): [string, Schema] => [name, properties[field] ?? {}]);
  const element = elementSchema(properties[column.name] ?? {}, column);
  const fields = Object.entries(element.properties ?? {}).map(
    ([field, of]) => [elementColumn(field, own), of] as const,
  );
  return {
    $schema: schema.$schema,
    description: describe({ parent, column }, properties[column.name] ?? {}),
    type: 'object',
    required: [...own.keys(), POSITION],
    properties: {
      ...Object.fromEntries(inherited),
      [POSITION]: {
        description: 'Where the element stands in its list, from 0; without a list always 0.',
        type: 'integer',
      },
      ...valueColumn(element),
      ...Object.fromEntries(fields),
    },
    additionalProperties: true,
  };
}

function elementSchema(schema: Schema, { listAt }: Expandable): Schema {
  const [field] = listAt;
  const list = field === undefined ? schema : (schema.properties?.[field] ?? {});
  return allows(list, 'array') ? (list.items ?? {}) : list;
}

/** Elements that are no objects stand in a column of their own. */
function valueColumn({ type = [], items }: Schema): Readonly<Record<string, Schema>> {
  const types = [type].flat().filter((each) => each !== 'object');
  if (types.every((each) => each === 'null')) return {};
  return { value: { description: 'The element itself.', type: types, ...(items ? { items } : {}) } };
}

function describe({ parent, column }: Expansion['expands'], schema: Schema): string {
  const { name, columnsOf = name, cursorField } = parent;
  const isList = column.listAt.length > 0 || allows(schema, 'array');
  const complete = COMPLETE[`${columnsOf}.${column.name}`];
  return [
    isList
      ? `The elements of ${column.name} in ${name}, one row each.`
      : `What ${column.name} holds in ${name}, one row for each that has it.`,
    ...(cursorField ? [`The rows that hold now have the ${cursorField} of their row in ${name}.`] : []),
    ...(schema.properties?.has_more
      ? [`Intercom may cut the list, and says so in has_more there${complete ? `; ${complete} has all of it` : ''}.`]
      : []),
  ].join(' ');
}
