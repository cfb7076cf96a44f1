/** One conversation with its parts, of which Intercom shows the 500 latest. */
import { type JsonObject, SkippedError, TransientError } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { UnexpectedAnswer } from '../../intercom/errors.ts';

/** Parameters for the way in which texts are shown: HTML unless the config asks for plain text. */
export function displayOf({ displayAsPlaintext }: { readonly displayAsPlaintext: boolean }) {
  return displayAsPlaintext ? { display_as: 'plaintext' } : undefined;
}

/** Throws SkippedError where the conversation is gone, or fails and the config lets it be left out. */
export async function retrieveConversation(id: string, run: IntercomRun): Promise<JsonObject> {
  const { client, settings } = run.context;
  const call = { method: 'GET', path: `/conversations/${id}`, query: displayOf(settings) ?? {} } as const;
  try {
    return await client.ask(run, call);
  } catch (error) {
    const failed = error instanceof TransientError || error instanceof UnexpectedAnswer;
    if (!failed || !settings.skipFailedConversations) throw error;
    throw new SkippedError(`conversation ${id} is left out: ${error.message}`, { leftOut: id, cause: error });
  }
}
