/** A config as airbyte/source-intercom 0.13 takes it, with each of its fields. */
export const theirConfig = {
  access_token: 'sandbox-token',
  client_id: 'an-id',
  client_secret: 'a-client-secret',
  activity_logs_time_step: 30,
  lookback_window: 0,
  start_date: '2015-01-01T00:00:00Z',
  num_workers: 10,
  api_rate_limit: 9500,
};
