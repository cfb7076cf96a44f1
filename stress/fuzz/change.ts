/** Changes to JSON values and texts, of the kinds that go wrong in practice. */
import type { Random } from './random.ts';

/** Where in a value, from outside in. */
export type Path = readonly (string | number)[];

/** A value in the place of another one. */
export function oddValue(random: Random): unknown {
  return random.pick<() => unknown>([
    () => null,
    () => '',
    () => 'x'.repeat(random.pick([1, 30, 5000])),
    () => random.pick([0, -1, 1.5, 1e15, 1e300, -1e300, Number.MAX_SAFE_INTEGER]),
    () => random.pick([true, false]),
    () => [],
    () => ({}),
    () => [null],
    () => nested(random.pick([3, 400])),
    () =>
      random.pick(['2024-02-31', 'NaN', '1e999', '\u0000', '\ud800', '💶', '__proto__', 'constructor', '../..', '%']),
  ])();
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { inner: value };
  return value;
}

/** Every place in a value, the value itself not counted. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).map(
    ([key, inner]) => [Array.isArray(value) ? Number(key) : key, inner] as const,
  );
  return inside.flatMap(([key, inner]) => [[...path, key], ...placesIn(inner, [...path, key])]);
}

/** A copy of `value` in which `change` was applied to an object or a list, and a key of it. */
export function changedAt<T>(value: T, path: Path, change: (holder: Record<string, unknown>, key: string) => void): T {
  const copy = structuredClone(value);
  let holder: unknown = copy;
  for (const key of path.slice(0, -1)) holder = (holder as Record<string, unknown>)[key];
  change(holder as Record<string, unknown>, String(path.at(-1)));
  return copy;
}

/** A copy with one to three changes anywhere: a key gone, another value, a key more, an entry twice. */
export function changed(value: unknown, random: Random): unknown {
  let current = value;
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const places = placesIn(current);
    if (places.length === 0) return oddValue(random);
    current = changedAt(current, random.pick(places), (holder, key) => {
      const kind = random.below(4);
      if (kind === 0) delete holder[key];
      else if (kind === 1 && Array.isArray(holder)) holder.push(holder[Number(key)]);
      else if (kind === 2 && !Array.isArray(holder)) holder[`${key}_new`] = oddValue(random);
      else holder[key] = oddValue(random);
    });
  }
  return current;
}

/** Text that is JSON no longer, or no longer the same. */
export function brokenText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return random.pick<() => string>([
    () => text.slice(0, at),
    () => '',
    () => `${text.slice(0, at)}\u0000${text.slice(at)}`,
    () => text.slice(0, at) + random.pick(['"', '}', ']', ',', '{', 'é', '1e999', ' ']) + text.slice(at + 1),
    () => '['.repeat(200_000),
    () => `<html><body><h1>502 Bad Gateway</h1>${text.slice(0, 50)}</body></html>`,
    () => `\uFEFF${text}`,
    () => `${text}\n${text}`,
    () => random.pick(['null', '[]', '{}', '0', '"text"', 'true', '[null]', '{"":null}', 'undefined', 'NaN']),
  ])();
}
