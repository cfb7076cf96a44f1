/** Where Intercom is: the hosts of its regions, or what stands for all of them in tests. */
import { ConfigError, type JsonObject } from '@airbyte-ts/cdk-shim';

/** The three regions that Intercom has: https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis */
const HOSTS: Readonly<Record<string, string>> = {
  us: 'https://api.intercom.io',
  eu: 'https://api.eu.intercom.io',
  au: 'https://api.au.intercom.io',
};

export const regions: readonly string[] = Object.keys(HOSTS);

/** INTERCOM_BASE_URL in `environment` stands for every host. Throws ConfigError where it is no URL, or the region does not exist. */
export function baseUrlOf({ region }: JsonObject, environment: NodeJS.ProcessEnv): string {
  const baseUrl = environment.INTERCOM_BASE_URL || HOSTS[String(region ?? 'us')];
  if (!baseUrl) throw new ConfigError('The config field "region" must be "us", "eu" or "au".');
  if (!URL.canParse(baseUrl))
    throw new ConfigError('INTERCOM_BASE_URL in the environment is no URL: correct or remove it.');
  return baseUrl.replace(/\/+$/, '');
}
