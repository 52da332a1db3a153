import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';
import { changePiece, insertPiece, movePiece, removePiece, sayWhose } from './edit-story.ts';
import { inventedStory } from './invented-story.ts';
import { keepStory, storyOf } from './keep-story.ts';
import { type Change, undoOf } from './record.ts';
import { recordsInMemory } from './records-in-memory.ts';
import { returnToVersion, saveVersion, versionOf } from './versions.ts';

const start = () => {
  const records = recordsInMemory();
  records.commit(keepStory({ id: 's1', ...inventedStory, whose: 'ours', sourceName: null }));
  const story = () => {
    const record = records.get('stories', 's1');
    if (!record) throw new Error('the story is there');
    return storyOf(record);
  };
  return { records, story };
};

type Edit = (story: ReturnType<ReturnType<typeof start>['story']>, at: number) => Change[];
const anEdit: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.constantFrom('insert', 'change', 'kind', 'move', 'remove', 'whose'),
    fc.nat(30),
    fc.nat(30),
    fc.string({ maxLength: 12 }),
  )
  .map(
    ([what, which, to, text]): Edit =>
      (story, at) => {
        const id = story.pieces[which % Math.max(1, story.pieces.length)]?.id ?? 'none';
        switch (what) {
          case 'insert':
            return insertPiece(story, to, { id: `new${at}`, kind: 'paragraph', text });
          case 'change':
            return changePiece(story, id, { text, speaker: text || null });
          case 'kind':
            return changePiece(story, id, { kind: 'title' });
          case 'move':
            return movePiece(story, id, to);
          case 'remove':
            return removePiece(story, id);
          default:
            return sayWhose(story, 'others');
        }
      },
  );

describe('editing a story', () => {
  it('any edits taken back one by one leave the story as it was', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 15 }), (edits) => {
        const { records, story } = start();
        const before = story();
        const undo: Change[][] = [];
        edits.forEach((edit, at) => {
          const changes = edit(story(), at);
          undo.push(undoOf(changes, records.get));
          records.commit(changes);
        });
        for (const back of undo.reverse()) records.commit(back);
        expect(story()).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('a piece put in stands at its place, and can be reworded and credited', () => {
    const { records, story } = start();
    records.commit(insertPiece(story(), 2, { id: 'mine', kind: 'quote', text: 'We stayed.' }));
    records.commit(changePiece(story(), 'mine', { speaker: 'A neighbor' }));
    expect(story().pieces[2]).toMatchObject({
      id: 'mine',
      text: 'We stayed.',
      speaker: 'A neighbor',
    });
    records.commit(changePiece(story(), 'mine', { speaker: null }));
    expect(story().pieces[2]).not.toHaveProperty('speaker');
  });

  it('making a piece the title gives the record its title', () => {
    const { records, story } = start();
    records.commit(changePiece(story(), 'p6', { kind: 'title' }));
    expect(records.get('stories', 's1')).toMatchObject({
      title: 'Whose door do we knock on when ours is safe?',
    });
  });

  it('undoing what made a record hides it again', () => {
    const { records } = start();
    const made = [{ table: 'questionSets', record: 'q1', field: 'name', value: 'Ours' }];
    const back = undoOf(made, records.get);
    records.commit(made);
    records.commit(back);
    expect(records.get('questionSets', 'q1')).toBeUndefined();
  });
});

describe('versions', () => {
  it('a version keeps its words whatever is edited after it, and the story can return to it', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), (edits) => {
        const { records, story } = start();
        const then = story().pieces;
        records.commit(saveVersion(story(), [], { id: 'v1', note: ' first ' }));
        edits.forEach((edit, at) => {
          records.commit(edit(story(), at));
        });
        const record = records.get('storyVersions', 'v1');
        const version = record && versionOf(record);
        if (!version) throw new Error('the version is there');
        expect(version).toMatchObject({ number: 1, note: 'first', story: 's1', pieces: then });
        records.commit(returnToVersion(story(), version));
        expect(story().pieces).toEqual(then);
        expect(differences(version.pieces, story().pieces)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('numbers go on from the highest', () => {
    const { records, story } = start();
    records.commit(saveVersion(story(), [], { id: 'v1', note: '' }));
    const first = versionOf(records.get('storyVersions', 'v1') ?? { id: '' });
    records.commit(saveVersion(story(), first ? [first] : [], { id: 'v2', note: '' }));
    expect(records.get('storyVersions', 'v2')).toMatchObject({ number: 2 });
  });
});
