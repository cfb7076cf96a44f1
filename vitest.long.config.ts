/** The suites that take minutes, each over real processes: `npm run test:long`. */
import { defineConfig, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

const { test = {} } = config;

export default mergeConfig(
  { ...config, test: { ...test, include: [], exclude: [] } },
  defineConfig({ test: { include: ['**/*.long.test.ts'], exclude: ['**/node_modules/**', '**/dist/**'] } }),
);
