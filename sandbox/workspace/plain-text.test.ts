import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['<p>One</p><p>Two<br>Three</p>', 'One\nTwo\nThree'],
  [
    '<p>See <a class="x" href="https://a.example/?b=1&amp;c=2">the <b>page</b></a>.</p>',
    'See the page (https://a.example/?b=1&c=2).',
  ],
  ['1 &lt; 2 &amp;amp; &quot;3&quot;', '1 < 2 &amp; "3"'],
  ['', ''],
])('%s', (html, text) => {
  expect(plainText(html)).toBe(text);
});
