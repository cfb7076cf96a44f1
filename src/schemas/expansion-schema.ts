/** The schema of a stream that is a column of another stream, made from the other stream's schema. */
import { type Expansion, elementColumn, POSITION, parentColumns } from '../streams/expand/expand.ts';
import { allows, type Expandable, type Schema } from '../streams/expand/expandable.ts';

/** Streams with the complete list, where Intercom cuts the list inside a record. */
const COMPLETE: Readonly<Record<string, string>> = {
  'contacts.companies': 'contact_companies',
  'contacts.notes': 'notes',
  'contacts.opted_in_subscription_types': 'contact_subscriptions',
  'contacts.opted_out_subscription_types': 'contact_subscriptions',
  'contacts.tags': 'contact_tags',
};

/** `schema`: the schema of the parent stream. */
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
        description: 'The position of the element in its list, from 0; always 0 without a list.',
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

/** Elements that are no objects have a column of their own. */
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
      : `The object ${column.name} of ${name}, one row for each record that has it.`,
    ...(cursorField ? [`Current rows have the ${cursorField} of their row in ${name}.`] : []),
    ...(schema.properties?.has_more
      ? [
          `Intercom may cut the list, and then sets has_more in ${name}${complete ? `; ${complete} has the whole list` : ''}.`,
        ]
      : []),
  ].join(' ');
}
