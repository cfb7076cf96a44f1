/** Hosts that quote the call in their answer, or redirect it. */
import type { Asked, Behaviour, Reply, startAlteredApi } from './altered-api.ts';

export type Answer = Parameters<typeof startAlteredApi>[1];

/** The parts of a call that a host might quote: the token, the address and the query, plain and encoded. */
function quoted({ method, url, headers, body }: Asked): string {
  const token = String(headers.authorization).slice('Bearer '.length);
  return [method, url, decodeURIComponent(url), headers.authorization, encodeURIComponent(token), body].join(' ');
}

function json(status: number, body: unknown, headers = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export function errorThatQuotes(status: number) {
  return (asked: Asked): Behaviour =>
    json(status, { type: 'error.list', errors: [{ code: `refused ${asked.url}`, message: quoted(asked) }] });
}

export function page(status: number) {
  return (asked: Asked): Behaviour => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: `<html><body>${quoted(asked)}</body></html>`,
  });
}

/** `elsewhere`: the address of another host, once it is known. */
export function redirect(status: number, elsewhere: () => string) {
  return (asked: Asked): Behaviour => {
    const token = encodeURIComponent(String(asked.headers.authorization));
    return { status, headers: { location: `${elsewhere()}${asked.url}?token=${token}` }, body: quoted(asked) };
  };
}

/** Of every list with pages the first answer says that more come, from elsewhere. */
export function leadAway(elsewhere: () => string) {
  const seen = new Set<string>();
  return async (asked: Asked, passOn: () => Promise<Reply>): Promise<Behaviour> => {
    const path = asked.url.split('?')[0] ?? '';
    if (path.startsWith('/contacts/ffff')) {
      return json(
        410,
        {},
        {
          link: `<${elsewhere()}/contacts/${encodeURIComponent(String(asked.headers.authorization))}>; rel="canonical"`,
        },
      );
    }
    const reply = await passOn();
    const body = JSON.parse(reply.body) as Record<string, unknown>;
    if (!body.pages || asked.method === 'POST' || seen.has(path)) return reply;
    seen.add(path);
    const pages = { ...body.pages, total_pages: undefined, next: `${elsewhere()}${path}?page=2` };
    return { ...reply, body: JSON.stringify({ ...body, pages }) };
  };
}

/** The first call of each path fails, each in another way. The second call is answered. */
export function flaky() {
  const failures: readonly Answer[] = [
    errorThatQuotes(500),
    page(502),
    page(200),
    (asked) => json(200, [quoted(asked)]),
    (asked) => ({ status: 200, headers: {}, body: `{"data":["${quoted(asked)}` }),
    () => 'reset',
    errorThatQuotes(401),
  ];
  const seen = new Map<string, number>();
  return (asked: Asked, passOn: () => Promise<Reply>) => {
    const path = asked.url.split('?')[0] ?? '';
    if (seen.has(path)) return passOn();
    seen.set(path, seen.size);
    const failure = failures[(seen.size - 1) % failures.length];
    return failure ? failure(asked, passOn) : passOn();
  };
}
