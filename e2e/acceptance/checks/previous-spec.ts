/** SPEC, compatibility: a config that the version before accepted is accepted. */
import { Ajv } from 'ajv';
import type { Check } from '../check.ts';
import { entriesOf, isObject, type Json, list, schemaNodes, typesOf } from '../schema-nodes.ts';
import { connectionOf } from '../subject.ts';

export const previousSpec: Check = {
  name: 'configs of the previous version are accepted',
  problems: async (subject) => {
    const { spec: previous } = subject.settings.previous;
    const before =
      previous && isObject(previous.connectionSpecification) ? previous.connectionSpecification : undefined;
    if (!before) throw new Error('there is no spec of a previous version: name its file with --previous-spec');
    const now = await connectionOf(subject);
    return [...narrowed(before, now), ...refused(before, now)];
  },
};

/** The values that a schema at the same path no longer allows. */
function narrowed(before: Json, now: Json): readonly string[] {
  const later = new Map([...schemaNodes(now)].map(({ path, schema }) => [path, schema]));
  return [...schemaNodes(before)].flatMap(({ path, schema }) => {
    const same = later.get(path);
    return same === undefined ? [] : losses(schema, same).map((loss) => `${path || '/'} ${loss}`);
  });
}

function losses(before: Json, now: Json): readonly string[] {
  const found: string[] = [];
  const required = list(now.required).filter((name) => !list(before.required).includes(name));
  if (required.length > 0) found.push(`requires ${required.join(', ')}`);
  const types = typesOf(before).filter((type) => !typesOf(now).includes(type));
  if (typesOf(now).length > 0 && types.length > 0) found.push(`is ${types.join(', ')} no more`);
  if (now.enum !== undefined) {
    const values = list(before.enum).filter((value) => !list(now.enum).includes(value));
    if (before.enum === undefined) found.push('takes only some values now');
    else if (values.length > 0) found.push(`does not take ${values.join(', ')} any more`);
  }
  return found;
}

const TRIES = 100;

/** Configs made of the old specification's own examples, defaults, limits and choices. */
function refused(before: Json, now: Json): readonly string[] {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
  const fitted = ajv.compile(before);
  const fits = ajv.compile(now);
  for (let turn = 0; turn < TRIES; turn++) {
    const config = configOf(before, turn);
    if (fitted(config) && !fits(config)) return [`refuses ${JSON.stringify(config)}: ${ajv.errorsText(fits.errors)}`];
  }
  return [];
}

/** Required fields always, the others in half of all configs; each turn takes other values. */
function configOf({ properties, required }: Json, turn: number): Json {
  const chosen = entriesOf(properties).filter(
    ([name], index) => list(required).includes(name) || (turn >> (index % 7)) % 2 === 0,
  );
  return Object.fromEntries(chosen.map(([name, schema], index) => [name, sampleOf(schema, turn + index)]));
}

function sampleOf(schema: unknown, turn: number): unknown {
  if (!isObject(schema)) return 'any';
  const { enum: values, examples, default: value, minimum, maximum, items } = schema;
  const candidates = [...list(values), ...list(examples), value, minimum, maximum].filter((one) => one !== undefined);
  if (candidates.length > 0) return candidates[turn % candidates.length];
  const [type] = typesOf(schema);
  if (type === 'boolean') return turn % 2 === 0;
  if (type === 'array') return [sampleOf(items, turn)];
  if (type === 'object') return configOf(schema, turn);
  return type === 'string' ? `text ${turn}` : turn;
}
