/** One endpoint: its method and path, its requirements, and its handler. */

export interface Call {
  /** Ids taken from the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  /** The JSON body; `undefined` when there was none. */
  readonly body: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Path with ids in braces, such as `/contacts/{id}/tags`. */
  readonly path: string;
  /** OAuth scope without which the call is refused. */
  readonly scope?: string;
  /** First API version that knows the endpoint. */
  readonly since?: string;
  /** Whether the body of a 200 is plain text; JSON unless said. */
  readonly answers?: 'text';
  /** Gives the body of a 200, or throws ApiError. */
  readonly handle: (call: Call) => unknown;
}

export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a call; fixed paths win over paths with ids. A known path with another method is not found. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => FoundRoute | undefined {
  const entries = routes
    .map((route) => ({ route, steps: route.path.split('/') }))
    .sort((a, b) => a.route.path.split('{').length - b.route.path.split('{').length);
  return (method, path) => {
    const steps = path.split('/');
    for (const { route, steps: pattern } of entries) {
      if (route.method !== method || pattern.length !== steps.length) continue;
      const params = match(pattern, steps);
      if (params) return { route, params };
    }
    return undefined;
  };
}

function match(pattern: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [i, expected] of pattern.entries()) {
    const step = steps[i] ?? '';
    if (expected.startsWith('{')) params[expected.slice(1, -1)] = step;
    else if (expected !== step) return undefined;
  }
  return params;
}
