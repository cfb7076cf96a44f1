import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'integration_tests/shared/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
