/** The connector as the command line uses it: its spec, its streams, and how it opens and checks a connection. */
import { readFileSync } from 'node:fs';
import type { Connector, JsonObject } from '@airbyte-ts/cdk-shim';
import { absentAmong } from './check/absent.ts';
import { checkConnection } from './check/connection.ts';
import type { Intercom } from './config/context.ts';
import { settingsOf } from './config/parse.ts';
import { createClient } from './intercom/client.ts';
import { createRateLimiter } from './intercom/rate-limit.ts';
import { schemaOf, staticSchemaOf } from './schemas/schema-of.ts';
import { offeredStreams } from './streams/expand/offered.ts';

/** The files that lie beside the code, in the checkout and in the image: two folders up from dist/src. */
const root = new URL('../../', import.meta.url);

/** `environment`: INTERCOM_BASE_URL in it points the connector at a sandbox; nothing in a config can. */
export function connector(version: string, environment: NodeJS.ProcessEnv): Connector<Intercom> {
  const streams = (context: Intercom) => offeredStreams(context, (stream) => staticSchemaOf(stream, root));
  return {
    name: 'source-intercom',
    version,
    spec: JSON.parse(readFileSync(new URL('spec.json', root), 'utf8')) as JsonObject,
    streams,
    async discoveredStreams(context, log) {
      const offered = streams(context);
      const absent = await absentAmong(offered, context);
      const names = absent.map(({ name }) => name).join(', ');
      if (names)
        log(
          'WARN',
          `These streams are left out, since the workspace's plan or region does not include them: ${names}.`,
        );
      return offered.filter((stream) => !absent.includes(stream));
    },
    rowSchema: (stream) => staticSchemaOf(stream, root),
    schema: (stream, context, log) =>
      schemaOf(stream, root, { context, log, on: () => undefined, signal: new AbortController().signal }),
    open(config) {
      const { token, baseUrl, limits, callsAtOnce, settings } = settingsOf(config, environment);
      const limiter = createRateLimiter(limits);
      const client = createClient({ token, baseUrl, limiter, callsAtOnce });
      const context: Intercom = { client, settings, answers: new Map() };
      // A config that names a stream which does not exist is wrong, whatever the command.
      streams(context);
      return context;
    },
    check: checkConnection,
    // Tables without deletions would be no mirror of the workspace.
    tableDefaults: { emit_deletions: true },
    async close({ client }) {
      client.close();
    },
  };
}
