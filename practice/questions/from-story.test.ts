import { describe, expect, it } from 'vitest';
import { inventedStory } from '../stories/invented-story.ts';
import { keepStory, storyOf } from '../stories/keep-story.ts';
import { recordsInMemory } from '../stories/records-in-memory.ts';
import { builtInQuestions } from './built-in.ts';
import { keepQuestionSet, proposedLens, questionSetOf, questionsFromStory } from './from-story.ts';

describe('questions from a story', () => {
  it('keep their order, their lens and the line they came from', () => {
    const records = recordsInMemory();
    records.commit(keepStory({ id: 's1', ...inventedStory, whose: 'others', sourceName: null }));
    const questions = questionsFromStory(storyOf(records.get('stories', 's1') ?? { id: '' }));
    expect(questions.map(({ lens, from }) => [lens, from?.line])).toEqual([
      ['contribution', 11],
      ['long-term', 12],
      ['engagement', 13],
    ]);
    const set = { id: 'q1', name: 'Questions of the Circle', story: 's1', questions };
    records.commit(keepQuestionSet(set));
    expect(questionSetOf(records.get('questionSets', 'q1') ?? { id: '' })).toEqual(set);
  });

  it('a question that tells nothing of its lens is open', () => {
    expect(proposedLens('What would your grandmother say?')).toBe('open');
  });
});

describe('the built-in questions', () => {
  it('look at the same three things in every language, and credit the source', () => {
    for (const set of Object.values(builtInQuestions)) {
      expect(set.questions.map((question) => question.lens)).toEqual([
        'contribution',
        'long-term',
        'engagement',
      ]);
      expect(set.credit).toContain('Asian American Leaders Table');
    }
  });
});
