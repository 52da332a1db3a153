/** Sending an answer once: under way, sent, or not sent and why. What was typed stays where it is. */
import type { Visit } from '@alongside/vault/visit';
import { useState } from 'react';

export type Sending = 'not yet' | 'under way' | 'sent' | 'away';

export function useSending(answer: Visit['answer']) {
  const [sending, setSending] = useState<Sending>('not yet');
  async function send(says: Parameters<Visit['answer']>[0]) {
    setSending('under way');
    setSending((await answer(says)) ? 'away' : 'sent');
  }
  return { sending, send };
}
