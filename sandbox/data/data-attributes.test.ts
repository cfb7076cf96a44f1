import { describe, expect, it } from 'vitest';
import { companyAttributes, contactAttributes } from './data-attributes.ts';
import { idOf } from './ids.ts';
import { world } from './test-world.ts';

describe('data attributes', () => {
  it.each([contactAttributes, companyAttributes])(
    'have an id if they are custom, and a full name of their own',
    (list) => {
      const attributes = list(world);
      for (const attribute of attributes) expect('id' in attribute).toBe(attribute.custom);
      const fullNames = attributes.map(({ full_name }) => full_name);
      expect(new Set(fullNames).size).toBe(fullNames.length);
      expect(attributes.some(({ archived }) => archived)).toBe(true);
      for (const attribute of attributes) {
        if ('admin_id' in attribute) expect(attribute.admin_id).toBe(idOf('admin', 0));
      }
    },
  );

  it('of companies repeat a name under another full name', () => {
    const names = companyAttributes(world).map(({ name }) => name);
    expect(new Set(names).size).toBeLessThan(names.length);
  });
});
