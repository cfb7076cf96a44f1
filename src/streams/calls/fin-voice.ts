/** The calls that Fin took for other telephone systems: one call of the API for each changed conversation that is a phone call. */
import type { Row } from '@airbyte-ts/cdk-shim';
import type { IntercomRun } from '../../config/context.ts';
import { askList } from '../../scans/list.ts';
import { childOf } from '../child.ts';
import type { FoundConversation } from '../conversations/filters.ts';
import { conversationScan } from '../conversations/scan.ts';
import { noneIfGone } from '../none-if-gone.ts';
import { readConversations } from '../permissions.ts';
import { stream } from '../stream.ts';

export const finVoiceCalls = stream({
  name: 'fin_voice_calls',
  optIn: true,
  sources: [
    childOf(conversationScan, {
      rows: (conversation, run) => (isPhoneCall(conversation) ? voiceCallsOf(conversation.id, run) : []),
      asks: ['GET /fin_voice/conversation/{id}'],
      cost: 'one for each changed conversation that is a phone call',
    }),
  ],
  permission: readConversations,
  docs: 'calls/collectfinvoicecallsbyconversationid',
});

function isPhoneCall({ source }: FoundConversation): boolean {
  return source?.type === 'phone_call';
}

/** None where Fin had no part in the phone call. */
function voiceCallsOf(conversation: string, run: IntercomRun): Promise<readonly Row[]> {
  return askList<Row>(run, `/fin_voice/conversation/${conversation}`, { at: 'data', bare: true }).catch(noneIfGone);
}
