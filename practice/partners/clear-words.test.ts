import { expect, it } from 'vitest';
import { conversationsToClear } from './clear-words.ts';

const talk = (id: string, repairedOn: string | null) => ({
  id,
  repairedOn,
  toSay: 'That we came late.',
  said: '',
  toRepair: 'Say so in public.',
});

it('the words of an honest conversation go thirty days after its repair, and no sooner; what is not repaired stays', () => {
  const talks = [talk('a', '2026-10-27'), talk('b', '2026-10-28'), talk('c', null)];
  expect(conversationsToClear(talks, '2026-11-27')).toEqual([
    { table: 'conversations', record: 'a', field: 'toSay', value: '' },
    { table: 'conversations', record: 'a', field: 'toRepair', value: '' },
  ]);
  const cleared = { ...talk('a', '2026-10-27'), toSay: '', toRepair: '' };
  expect(conversationsToClear([cleared], '2026-11-27')).toEqual([]);
});
