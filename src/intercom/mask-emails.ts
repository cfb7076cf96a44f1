/** Keeps the addresses of people out of logs and errors. */

const ADDRESS = /([^\s"<>(),;:=&?/[\]{}\\|])[^\s"<>(),;:=&?/[\]{}\\|]*(@|%40)(?=[^\s"<>])/giu;

/** Each e-mail address in `text`, plain or within a URL, with no more of its name than the first letter: a…@example.com. */
export function maskEmails(text: string): string {
  return text.replace(ADDRESS, '$1…$2');
}
