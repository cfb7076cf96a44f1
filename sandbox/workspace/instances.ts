/** The instances of custom objects that the attributes of a record list: in each reading, and as rows of the truth. */
import type { SandboxOptions } from '../options.ts';
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

/** A record in the reading that the options choose; generated records have each list in an object. */
export function attributesAsRead({ customObjects }: SandboxOptions, body: Body): Body {
  return customObjects === 'bare' ? { ...body, custom_attributes: bare(body.custom_attributes) } : body;
}

/** The attributes with each list of custom objects by itself. */
function bare(attributes: unknown): Body {
  return Object.fromEntries(
    Object.entries(attributes as Body).map(([name, value]) => [name, (value as Body | null)?.instances ?? value]),
  );
}
