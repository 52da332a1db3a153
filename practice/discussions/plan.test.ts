import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedStory } from '../stories/invented-story.ts';
import { keepStory, storyOf } from '../stories/keep-story.ts';
import { type Change, undoOf } from '../stories/record.ts';
import { recordsInMemory } from '../stories/records-in-memory.ts';
import {
  changePart,
  insertPart,
  movePart,
  planFromStory,
  planOf,
  removePart,
  setTopicUsed,
  writePrompt,
} from './plan.ts';
import { planTimes } from './plan-times.ts';

const start = () => {
  const records = recordsInMemory();
  records.commit(keepStory({ id: 's1', ...inventedStory, whose: 'others', sourceName: null }));
  records.commit(planFromStory(storyOf(records.get('stories', 's1') ?? { id: '' }), 'd1'));
  const plan = () => {
    const read = planOf(records.get('discussionPlans', 'd1') ?? { id: '' });
    if (!read) throw new Error('the plan is there');
    return read;
  };
  return { records, plan };
};

describe('a discussion plan', () => {
  it('begins as one hour, with the story’s takeaways and prompts and their lines', () => {
    const { plan } = start();
    expect(plan().parts.map((part) => [part.kind, part.minutes])).toEqual([
      ['hopes', 5],
      ['points-of-entry', 10],
      ['spoken', 10],
      ['quiet-reading', 10],
      ['your-turn', 15],
      ['one-thing', 10],
    ]);
    expect(planTimes(plan().parts)).toMatchObject({ minutes: 60, hour: { type: 'OneHour' } });
    expect(plan().themes.map((theme) => theme.text)).toHaveLength(2);
    expect(plan().prompts[0]).toMatchObject({
      text: 'Where did your own commitment begin?',
      from: { story: 's1', piece: 'p22', line: 22 },
    });
  });

  it('sums honestly after any edits, and they can all be taken back', () => {
    const edits = fc.array(
      fc.tuple(fc.constantFrom('minutes', 'insert', 'move', 'remove'), fc.nat(9), fc.nat(90)),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(edits, (asked) => {
        const { records, plan } = start();
        const before = plan();
        const undo: Change[][] = [];
        asked.forEach(([what, which, number], at) => {
          const now = plan();
          const id = now.parts[which]?.id ?? 'none';
          const changes =
            what === 'minutes'
              ? changePart(now, id, { minutes: number })
              : what === 'insert'
                ? insertPart(now, which, { id: `own${at}`, minutes: number, title: 'Tea' })
                : what === 'move'
                  ? movePart(now, id, number)
                  : removePart(now, id);
          undo.push(undoOf(changes, records.get));
          records.commit(changes);
          const times = planTimes(plan().parts);
          expect(times.minutes).toBe(plan().parts.reduce((sum, part) => sum + part.minutes, 0));
          expect(times.parts.at(-1)?.to ?? 0).toBe(times.minutes);
        });
        for (const back of undo.reverse()) records.commit(back);
        expect(plan()).toEqual(before);
      }),
      { numRuns: 80 },
    );
  });

  it('says how far from the hour it is', () => {
    const { records, plan } = start();
    records.commit(changePart(plan(), 'spoken', { minutes: 15 }));
    expect(planTimes(plan().parts).hour).toEqual({ type: 'Over', by: 5 });
    records.commit(removePart(plan(), 'your-turn'));
    expect(planTimes(plan().parts).hour).toEqual({ type: 'Under', by: 10 });
  });

  it('sets a theme aside, rewords a prompt and adds one of our own', () => {
    const { records, plan } = start();
    records.commit(setTopicUsed(plan(), 'theme', 'p15', false));
    records.commit(writePrompt(plan(), 'p22', 'Where did it begin for you?'));
    records.commit(writePrompt(plan(), 'ours', 'What would we need?'));
    expect(plan().themes[0]?.used).toBe(false);
    expect(plan().prompts.map((prompt) => prompt.text)).toEqual([
      'Where did it begin for you?',
      'Which neighbors could you know better by spring?',
      'What would we need?',
    ]);
    expect(plan().prompts[2]?.from).toBeNull();
  });
});
