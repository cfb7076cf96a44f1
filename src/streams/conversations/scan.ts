/** The scan that every stream about conversations reads. */
import { search } from '../../scans/search/search.ts';
import { deletedConversationScan } from './deleted.ts';
import { conversationCriteria, conversationFingerprint, type FoundConversation } from './filters.ts';
import { displayOf } from './retrieve.ts';
import { reviewParameters, withoutReviews } from './reviews.ts';

export const conversationScan = search<FoundConversation, ReadonlySet<string>>({
  name: 'conversations',
  object: 'conversation',
  path: '/conversations/search',
  at: 'conversations',
  precision: 'seconds',
  criteria: conversationCriteria,
  fingerprint: conversationFingerprint,
  parameters: (settings, streams) => ({ ...displayOf(settings), ...reviewParameters(streams) }),
  seen: withoutReviews,
  // The ids of deleted conversations, since the search index may still hold them.
  async facts(run) {
    const deleted = run.context.settings.emitDeletions ? await run.factsOf(deletedConversationScan) : undefined;
    return deleted?.ids ?? new Set();
  },
});
