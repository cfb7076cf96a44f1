/** Every endpoint that the sandbox serves, for tests that must cover all of them. */
import { createClock } from './clock.ts';
import { defaultOptions } from './options.ts';
import { allRoutes } from './routes/index.ts';
import { createWorkspace } from './workspace/create-workspace.ts';

/** Such as `GET /contacts/{id}`, in alphabetical order. */
export function servedEndpoints(): string[] {
  const workspace = createWorkspace(defaultOptions, createClock(Date.parse(defaultOptions.now)));
  return allRoutes(workspace)
    .map(({ method, path }) => `${method} ${path}`)
    .sort();
}
