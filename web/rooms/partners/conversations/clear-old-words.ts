/** Lets the words of honest conversations go that were repaired long ago, as long as the workspace is open. */
import { conversationFields, conversationsToClear, readFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { today } from '../../../ui/days.ts';
import { mayGo } from '../../../ui/may-go.ts';

/** Milliseconds between two looks: a day begins while the workspace is open. */
const looks = 3_600_000;

/** Works until the function that it gives is called. */
export function clearOldWords(workspace: KeptWorkspace, day: () => string = today): () => void {
  const { tables } = workspace;
  const look = () => {
    if (!mayGo(workspace)) return;
    const all = tables.all('conversations').map((record) => readFields(conversationFields, record));
    for (const change of conversationsToClear(all, day())) {
      const audience = tables.audienceOf('conversations', change.record);
      if (audience) workspace.commit([change], audience);
    }
  };
  const timer = setInterval(look, looks);
  const stops = [workspace.safety.subscribe(look), workspace.together.subscribe(look)];
  look();
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}
