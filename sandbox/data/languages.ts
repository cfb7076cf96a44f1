/** The languages of a help center's texts. */
import type { Chooser } from './random.ts';

export const defaultLocale = 'en';

const others = ['fr', 'pt-BR'] as const;

/** The languages that a record has beside the default one; undefined in a help center of one language. */
export function otherLocales(choose: Chooser): readonly string[] | undefined {
  if (choose.chance('one language', 0.4)) return undefined;
  return others.filter((locale) => choose.chance(locale, 0.6));
}

/**
 * The fields about languages. A language without texts is null. A help center of one language leaves the fields out, or
 * names its language all the same.
 */
export function translated(
  choose: Chooser,
  type: string,
  textsIn: (locale: string) => object,
): { default_locale?: string; translated_content?: object | null } {
  const there = otherLocales(choose);
  if (there === undefined) {
    return choose.chance('named language', 0.3) ? { default_locale: defaultLocale, translated_content: null } : {};
  }
  const texts = others.map((locale) => [locale, there.includes(locale) ? textsIn(locale) : null] as const);
  const all = { type, [defaultLocale]: textsIn(defaultLocale), ...Object.fromEntries(texts) };
  return { default_locale: defaultLocale, translated_content: all };
}
