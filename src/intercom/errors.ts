/**
 * Turns Intercom's answers into errors, named by the next step: the user acts, the call is made again, or the record is skipped.
 * Source: https://developers.intercom.com/docs/references/rest-api/errors/http-responses
 */
import { ConfigError, SkippedError, TransientError } from '@airbyte-ts/cdk-shim';
import { firstError, type Refusal, refusalOf } from './error-codes.ts';
import { maskEmails } from './mask-emails.ts';
import { permissionOf } from './permission-of.ts';

/** The parts of an answer that decide its error. `body`: the parsed body, or the text where it was not JSON. */
export interface Failure {
  readonly status: number;
  readonly body: unknown;
  /** The call, such as "POST /contacts/search"; never with a query or a host. */
  readonly call: string;
  /** The Link header. */
  readonly link?: string | undefined;
}

/** How many characters of Intercom's message are shown. */
const MOST_SHOWN = 500;

/** Intercom's message without e-mail addresses: it may quote the query. It is cut between two words, so that no address is cut in half and missed. */
function shown(code: string, message: string): string {
  const said = [code, message].filter(Boolean).join(': ');
  const short = said.length > MOST_SHOWN ? `${said.slice(0, Math.max(0, said.lastIndexOf(' ', MOST_SHOWN)))} …` : said;
  return maskEmails(short) || 'no explanation';
}

/** What Intercom's support asks for. */
function requestIdOf(body: unknown): string {
  const id = typeof body === 'object' && body !== null && 'request_id' in body ? body.request_id : undefined;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? `; request_id ${id}` : '';
}

/** The error of an answer that is not a good one. */
export function errorOf(failure: Failure): Error {
  const { status, body, call } = failure;
  const { code, message } = firstError(body);
  const said = shown(code, message) + requestIdOf(body);
  const refusal = status === 401 && call === TOKEN_PROOF ? 'token' : refusalOf(status, code);
  if (refusal === 'token') {
    return new ConfigError(
      `Intercom does not accept the access token (${said}): put a valid token into the field "access_token", and check that "region" is the workspace's.`,
      { endsSync: true },
    );
  }
  if (refusal) return new RefusedError(failure, refusal, said);
  // Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/showcontact
  const [, mergedInto] = (status === 410 && failure.link?.match(/^<[^>]*\/contacts\/([^/>]+)>/)) || [];
  if (mergedInto) return new MergedError(`${call}: merged into contact ${mergedInto}.`, mergedInto);
  if (status === 404 || status === 410) return new SkippedError(`${call}: no longer there (${said}).`);
  if (status === 408 || status === 429 || status >= 500) {
    return new TransientError(`Intercom answered ${call} with ${status} (${said}); try again later.`);
  }
  return new UnexpectedAnswer(failure, code, said);
}

/** Only the token itself can be why Intercom refuses this call. */
const TOKEN_PROOF = 'GET /me';

/** A call that the token may not make: the other calls may still be answered. */
export class RefusedError extends ConfigError {
  override readonly name = 'RefusedError';
  readonly reason: Exclude<Refusal, 'token'>;
  /** Whether the token may be the reason all the same: the status says that the token is not accepted. */
  readonly unclear: boolean;

  constructor({ status, call }: Failure, reason: RefusedError['reason'], said: string) {
    const permission = permissionOf(call.slice(call.indexOf('/')));
    const remedy = {
      permission: `give the token the permission ${permission ? `"${permission}"` : 'for it'}, in the app's Authentication settings of the Developer Hub`,
      plan: "the workspace's plan does not include this, and no permission of the token helps, so leave it out or change the plan",
      version: "the version of Intercom's API that has this is not open to the app, so leave it out",
    };
    super(`Intercom refuses ${call} (${said}): ${remedy[reason]}.`);
    this.reason = reason;
    this.unclear = status === 401;
  }
}

/** A contact that was merged into another one. */
export class MergedError extends SkippedError {
  override readonly name = 'MergedError';
  /** The id of the other one. */
  readonly into: string;

  constructor(message: string, into: string) {
    super(message);
    this.into = into;
  }
}

/** An answer that no rule covers: a bug of ours or a change of theirs, so it is never asked again. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  readonly code: string;

  constructor({ status, call }: Failure, code: string, said: string) {
    super(
      `Intercom answered ${call} with ${status} (${said}), which this connector does not expect: please report it.`,
    );
    this.status = status;
    this.code = code;
  }
}

/** Intercom starts no export job, since as many of them run in the workspace as may run at the same time. */
export class JobsPendingError extends Error {
  override readonly name = 'JobsPendingError';

  constructor(call: string) {
    super(`Intercom answered ${call} that other export jobs of the workspace are pending.`);
  }
}

/** Whether a 429 is about the number of pending jobs, and not about the rate of calls. */
export function saysJobsArePending(body: unknown): boolean {
  return /pending .*jobs/i.test(firstError(body).message);
}
