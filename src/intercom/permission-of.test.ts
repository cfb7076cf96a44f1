import { describe, expect, it } from 'vitest';
import { streams } from '../streams/index.ts';
import { permissionOf } from './permission-of.ts';

describe('the permission of a call', () => {
  const permitted = streams.filter(({ permission }) => permission.proof);
  const endpoints = new Set(permitted.flatMap((stream) => stream.endpoints));

  it.each([...endpoints])('%s has one', (endpoint) => {
    const [, path = ''] = endpoint.split(' ');
    expect(permissionOf(path.replace('{id}', '6762f0971bb69f9f2193bb83'))).toMatch(/^(Read|Export) /);
  });

  it.each(permitted)('$name names one that its calls need', ({ endpoints, permission }) => {
    expect(endpoints.map((endpoint) => permissionOf(endpoint.split(' ')[1] ?? ''))).toContain(permission.name);
  });

  it('has none where none is known to help', () => {
    expect(permissionOf('/me')).toBeUndefined();
    expect(permissionOf('/tagsoup')).toBeUndefined();
  });
});
