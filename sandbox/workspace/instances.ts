/** The instances of custom objects that the attributes of a record list, as rows of the truth. */
import type { Body } from './bodies.ts';

export function instancesIn(attributes: Body): readonly Body[] {
  return Object.entries(attributes).flatMap(([attribute, value]) =>
    listed(value).map(({ id, type, ...instance }) => ({ attribute, object_type: type, object_id: id, ...instance })),
  );
}

/** In an object that names their type, or by themselves. Other attributes list texts. */
function listed(value: unknown): readonly Body[] {
  const list = Array.isArray(value) ? value : (value as Body | null)?.instances;
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'object') : [];
}
