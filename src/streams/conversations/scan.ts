/** The scan that every stream about conversations reads. */
import { search } from '../../scans/search/search.ts';
import { isRead } from '../expand/expand.ts';
import { deletedConversationScan } from './deleted.ts';
import { conversationCriteria, conversationFingerprint, type FoundConversation } from './filters.ts';
import { displayOf } from './retrieve.ts';

export const conversationScan = search<FoundConversation, ReadonlySet<string>>({
  name: 'conversations',
  object: 'conversation',
  path: '/conversations/search',
  at: 'conversations',
  precision: 'seconds',
  criteria: conversationCriteria,
  fingerprint: conversationFingerprint,
  parameters: (settings, streams) => ({
    ...displayOf(settings),
    ...(isRead('conversation_scorecards', streams) ? { include_scorecards: true } : {}),
    ...(isRead('conversation_monitor_evaluations', streams) ? { include_monitors: true } : {}),
  }),
  // The ids of deleted conversations, since the search index may still hold them.
  async facts(run) {
    const deleted = run.context.settings.emitDeletions ? await run.factsOf(deletedConversationScan) : undefined;
    return deleted?.ids ?? new Set();
  },
});
