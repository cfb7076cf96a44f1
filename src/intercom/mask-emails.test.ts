import { expect, it } from 'vitest';
import { maskEmails } from './mask-emails.ts';

it.each([
  ['There is no contact "ann@example.com", which', 'There is no contact "a…@example.com", which'],
  ['{"email":"ann+b@example.com","to":["o\'neil@x.example"]}', '{"email":"a…@example.com","to":["o…@x.example"]}'],
  ['/contacts?email=ann%2Bb%40example.com&per_page=1', '/contacts?email=a…%40example.com&per_page=1'],
  ['<ann@example.com>, mailto:bob@example.com', '<a…@example.com>, mailto:b…@example.com'],
  ['nobody @ home, 12 % 40', 'nobody @ home, 12 % 40'],
])('%s', (text, masked) => {
  expect(maskEmails(text)).toBe(masked);
});
