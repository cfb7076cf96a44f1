/** SPEC, compatibility: every config that the previous version accepted is still accepted. */
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
    if (!before) throw new Error('the spec of a previous version is missing: pass its file with --previous-spec');
    const now = await connectionOf(subject);
    return [...narrowed(before, now), ...refused(before, now)];
  },
};

/** Finds values that a schema at the same path no longer allows. */
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
  if (typesOf(now).length > 0 && types.length > 0) found.push(`no longer has the type ${types.join(', ')}`);
  if (now.enum !== undefined) {
    const values = list(before.enum).filter((value) => !list(now.enum).includes(value));
    if (before.enum === undefined) found.push('now allows only some values');
    else if (values.length > 0) found.push(`no longer allows ${values.join(', ')}`);
  }
  return found;
}

const TRIES = 100;

/** Tests configs made from the examples, defaults, limits and choices of the old specification. */
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

/** Returns a config with all required fields and about half of the other fields. Each turn has other values. */
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
