/**
 * Reads every page of conversations and writes it to stdout as it came: the least that any connector must do.
 * `node bench/copy-pages.ts URL TOKEN`. It asks with the connector's library, so that the two can be compared.
 */
import { once } from 'node:events';
import http from 'node:http';
import fetch from 'node-fetch';

const [url, token] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true });
const headers = {
  Authorization: `Bearer ${token}`,
  'Content-Type': 'application/json',
  'Intercom-Version': '2.16',
};

let after: string | undefined;
do {
  const pagination = { per_page: 150, ...(after === undefined ? {} : { starting_after: after }) };
  const body = JSON.stringify({ query: { field: 'created_at', operator: '>', value: 0 }, pagination });
  const response = await fetch(`${url}/conversations/search`, { method: 'POST', headers, agent, body });
  const page = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${page}`);
  if (!process.stdout.write(page)) await once(process.stdout, 'drain');
  // The next page is named before the conversations.
  after = /"starting_after":"([^"]+)"/.exec(page.toString('latin1', 0, 1000))?.[1];
} while (after !== undefined);
agent.destroy();
