/** SPEC, form: the platform's form for a config can show the spec. */
import type { Check } from '../check.ts';
import {
  entriesOf,
  isObject,
  type Json,
  list,
  repeated,
  type SchemaNode,
  schemaNodes,
  typesOf,
  wrongNodes,
} from '../schema-nodes.ts';
import { connectionOf, type Subject } from '../subject.ts';

const SIMPLE = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
const FORBIDDEN = [
  'not',
  'anyOf',
  'patternProperties',
  'prefixItems',
  'allOf',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependentRequired',
];

function onNodes(name: string, what: string, wrong: (node: SchemaNode) => boolean): Check {
  return { name, problems: async (subject) => wrongNodes(await connectionOf(subject), what, wrong) };
}

export const specForm: readonly Check[] = [
  onNodes(
    'enum values are distinct',
    'has a repeated value',
    ({ schema }) => repeated(list(schema.enum).map((value) => JSON.stringify(value))).length > 0,
  ),
  onNodes(
    'one constant tells the variants of a choice apart',
    'has no constant that tells its variants apart',
    ({ schema }) => Array.isArray(schema.oneOf) && !isChoice(schema),
  ),
  onNodes(
    'types are simple',
    'has a type that is neither one type nor one type with null',
    ({ schema, property }) => property !== undefined && !isSimple(schema),
  ),
  onNodes('objects have properties', 'is an object without properties', ({ schema, path }) => {
    const object = path !== '' && typesOf(schema).includes('object');
    return object && entriesOf(schema.properties).length === 0 && list(schema.oneOf).length === 0;
  }),
  onNodes(
    'arrays declare their items',
    'does not declare one type for its items',
    ({ schema }) => typesOf(schema).includes('array') && !hasItems(schema),
  ),
  onNodes('forbidden keywords do not occur', 'has a keyword that the form cannot show', ({ schema }) =>
    FORBIDDEN.some((keyword) => Object.hasOwn(schema, keyword)),
  ),
  onNodes(
    'dates have a pattern and a format',
    'is a date without a matching pattern or format',
    ({ schema }) => !isDateRight(schema),
  ),
  { name: 'orders are distinct within a group', problems: ordersTwice },
  onNodes(
    'only top-level properties have a group',
    'has a group below the top level',
    ({ schema, property, path }) => property !== undefined && 'group' in schema && path !== `/properties/${property}`,
  ),
  onNodes('display_type goes with a choice', 'has an unsuitable display_type', ({ schema }) => {
    const { display_type: type, oneOf } = schema;
    return type !== undefined && !(Array.isArray(oneOf) && (type === 'dropdown' || type === 'radio'));
  }),
  onNodes('schemas contain no $ref', 'has a $ref', ({ schema }) => '$ref' in schema),
  onNodes(
    'additionalProperties is true',
    'closes additionalProperties',
    ({ schema }) => 'additionalProperties' in schema && schema.additionalProperties !== true,
  ),
];

function isSimple(schema: Json): boolean {
  const { type, oneOf, enum: values } = schema;
  if (type === undefined) return Array.isArray(oneOf) || Array.isArray(values) || 'const' in schema;
  if (!Array.isArray(type)) return SIMPLE.includes(String(type));
  return type.length === 2 && SIMPLE.includes(String(type[0])) && type[1] === 'null';
}

function hasItems({ items }: Json): boolean {
  if (!isObject(items)) return false;
  const [type, ...more] = typesOf(items);
  return (
    Array.isArray(items.enum) || (more.length === 0 && ['object', 'string', 'number', 'integer'].includes(String(type)))
  );
}

/** Returns whether the variants are objects with exactly one common property that is a different constant in each. */
function isChoice({ type, oneOf }: Json): boolean {
  const variants = list(oneOf).map((variant) => new Map(entriesOf(isObject(variant) ? variant.properties : undefined)));
  if (type !== 'object' || variants.length === 0 || variants.some((properties) => properties.size === 0)) return false;
  const common = [...(variants[0]?.keys() ?? [])].filter((name) =>
    variants.every((properties) => properties.has(name)),
  );
  const telling = common.filter((name) =>
    variants.every((properties) => constantOf(properties.get(name)) !== undefined),
  );
  const [name] = telling;
  if (telling.length !== 1 || name === undefined) return false;
  const constants = variants.map((properties) => JSON.stringify(constantOf(properties.get(name))));
  return new Set(constants).size === constants.length && variants.every((properties) => agrees(properties.get(name)));
}

function constantOf(schema: unknown): unknown {
  if (!isObject(schema)) return undefined;
  const { const: constant, enum: values, default: value } = schema;
  return constant ?? (Array.isArray(values) && values.length === 1 && value !== undefined ? values[0] : undefined);
}

function agrees(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  const constant = JSON.stringify(constantOf(schema));
  const { default: value, enum: values } = schema;
  const same = value === undefined || JSON.stringify(value) === constant;
  return same && (values === undefined || JSON.stringify(values) === `[${constant}]`);
}

const DAY = '2026-01-31';
const MOMENTS = [`${DAY}T23:59:59`, `${DAY}T23:59:59Z`];

function isDateRight({ pattern, format }: Json): boolean {
  const matches = (text: string) => typeof pattern === 'string' && new RegExp(pattern).test(text);
  const anything = matches('anything');
  if (format === 'date') return matches(DAY) && !anything;
  if (format === 'date-time') return MOMENTS.some(matches) && !anything;
  return anything || ![DAY, ...MOMENTS].some(matches);
}

async function ordersTwice(subject: Subject): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { path, schema } of schemaNodes(await connectionOf(subject))) {
    const orders = entriesOf(schema.properties).flatMap(([, property]) => {
      const { group = '', order } = isObject(property) ? property : {};
      return order === undefined ? [] : [`${String(order)} of group "${String(group)}"`];
    });
    problems.push(...repeated(orders).map((order) => `${path || '/'} has two properties with order ${order}`));
  }
  return problems;
}
