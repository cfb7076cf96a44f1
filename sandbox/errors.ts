/** A refusal of the API: status, code and message in Intercom's error list (https://developers.intercom.com/docs/references/rest-api/errors/http-responses). */

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  /** Extra response headers, such as the Link of a merged contact. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The body of an error; Intercom's support asks for `requestId`. */
export function errorBody(code: string, message: string, requestId: string): Record<string, unknown> {
  return { type: 'error.list', request_id: requestId, errors: [{ code, message }] };
}

export const parameterInvalid = (message: string) => new ApiError(400, 'parameter_invalid', message);
export const notFound = (message = 'Resource Not Found') => new ApiError(404, 'not_found', message);
