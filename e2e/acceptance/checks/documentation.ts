/** DOCS: the page for users of Airbyte has the required parts in the required order. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Family } from '../check.ts';
import { fieldAt, list } from '../schema-nodes.ts';
import { connectionOf, type Subject } from '../subject.ts';

export const documentation: Family = {
  name: 'documentation',
  checks: [
    { name: 'headings are in order', problems: (subject) => wrongHeadings(subject) },
    { name: 'prerequisites name the required fields', problems: unnamedFields },
    {
      name: 'links lead to existing files',
      problems: ({ settings: { page } }) =>
        [...page.text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
          .map(([, target = '']) => target)
          .filter((target) => !isLink(target, page.folder))
          .map((target) => `the link ${target} leads nowhere`),
    },
  ],
};

function wrongHeadings({ settings: { page, metadata } }: Subject): readonly string[] {
  const name = String(metadata.name);
  const order: readonly (readonly [string, boolean])[] = [
    [name, true],
    ['Prerequisites', true],
    ['Setup guide', true],
    [`Set up ${name}`, true],
    ['For Airbyte Cloud:', false],
    ['For Airbyte Open Source:', false],
    [`Set up the ${name} connector in Airbyte`, false],
    ['Supported sync modes', true],
    ['Supported Streams', true],
    ['Performance considerations', false],
    ['Data type map', false],
    ['Troubleshooting', false],
    ['Tutorials', false],
    ['Changelog', true],
  ];
  const headings = headingsOf(page.text);
  const known = headings.filter((heading) => order.some(([wanted]) => wanted === heading));
  const wanted = order.map(([heading]) => heading).filter((heading) => known.includes(heading));
  const missing = order
    .filter(([heading, needed]) => needed && !headings.includes(heading))
    .map(([heading]) => heading);
  const sorted = known.join('\n') === wanted.join('\n') && headings[0] === name && headings.at(-1) === 'Changelog';
  return [
    ...missing.map((heading) => `"${heading}" is missing`),
    ...(sorted ? [] : ['the headings are in another order']),
  ];
}

function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.trim());
}

/** Finds required fields that the prerequisites do not name by their title, or by their name if they have no title. */
async function unnamedFields(subject: Subject): Promise<readonly string[]> {
  const { text } = subject.settings.page;
  const [, after = ''] = text.split(/^#+ Prerequisites$/m);
  const [section = ''] = after.split(/^#+ /m);
  const connection = await connectionOf(subject);
  const titles = list(connection.required).map((name) => String(fieldAt(connection, [String(name)])?.title ?? name));
  return titles.filter((title) => !section.includes(title)).map((title) => `the prerequisites do not name ${title}`);
}

/** Returns whether a link leads to an existing file. Accepts any web address, because checks must work without a network. */
function isLink(target: string, folder: string): boolean {
  return /^https:\/\/[^/\s]+\.[^/\s]+/.test(target) || (!target.includes(':') && existsSync(join(folder, target)));
}
