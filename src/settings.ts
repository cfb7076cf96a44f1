/** Turns a config that fits spec.json into what the client and the walks need. */
import type { JsonObject } from '@airbyte-ts/cdk-shim';
import { ConfigError } from '@airbyte-ts/cdk-shim';
import type { Settings } from './intercom/intercom.ts';
import type { RateLimitOptions } from './intercom/rate-limit.ts';

/** The three regions that Intercom has: https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis */
const HOSTS: Readonly<Record<string, string>> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

const DAY = 24 * 60 * 60;
/** How far the search index may lag behind, with room to spare. */
const INDEX_LAG = 15 * 60;

interface Opening {
  readonly token: string;
  readonly baseUrl: string;
  readonly limits: RateLimitOptions;
  readonly settings: Settings;
}

/** Throws ConfigError where a value fits the schema and still means nothing. */
export function settingsOf(config: JsonObject, environment: NodeJS.ProcessEnv): Opening {
  const { access_token, start_date, region, lookback_window, api_rate_limit, rate_limit_share } = config;
  const startDate = Math.floor(Date.parse(String(start_date)) / 1000);
  // A day such as February 31 is taken for one in March: what comes back must be what was given.
  if (
    Number.isNaN(startDate) ||
    !new Date(startDate * 1000).toISOString().startsWith(String(start_date).slice(0, 19))
  ) {
    throw new ConfigError(
      'The config field "start_date" is no date that exists: give one such as 2024-01-01T00:00:00Z.',
    );
  }
  const token = String(access_token).trim();
  if (!token || /[^\x21-\x7e]/.test(token)) {
    throw new ConfigError(
      'The config field "access_token" is empty or holds characters that no token has: copy it again.',
    );
  }
  const baseUrl = environment.INTERCOM_BASE_URL || HOSTS[String(region ?? 'us')];
  if (!baseUrl) throw new ConfigError('The config field "region" must be "us", "eu" or "au".');
  if (!URL.canParse(baseUrl))
    throw new ConfigError('INTERCOM_BASE_URL in the environment is no URL: correct or remove it.');
  return {
    token,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    limits: {
      share: (typeof rate_limit_share === 'number' ? rate_limit_share : 90) / 100,
      ...(typeof api_rate_limit === 'number' ? { callsPerMinute: api_rate_limit } : {}),
    },
    settings: {
      startDate,
      overlap: INDEX_LAG + (typeof lookback_window === 'number' ? lookback_window : 0) * DAY,
    },
  };
}
