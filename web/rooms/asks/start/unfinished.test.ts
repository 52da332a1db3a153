/** A message that came with its days, as the page of another organization's ask hands it over. */
import { expect, test } from 'vitest';
import { givePasted } from '../../../ui/pasted.ts';
import { beginDraft, daysOf, holdUnfinished } from './unfinished.ts';

const came = { text: 'Four interpreters at the court', by: '2099-03-02', on: '2099-03-09' };
const days = { by: came.by, on: came.on };

function begun(workspace = {}) {
  givePasted(came);
  return beginDraft(workspace);
}

test('a message that came has the days that came with it, also with more written around it', () => {
  const draft = begun();
  expect(draft.text).toBe(came.text);
  expect(daysOf(draft)).toEqual(days);
  expect(daysOf({ ...draft, text: `Noor called.\n\n${came.text} Thanks` })).toEqual(days);
});

test('another message in its place has neither of them, and put back it has both', () => {
  const draft = begun();
  expect(daysOf({ ...draft, text: 'Can we have the hall?' })).toEqual({});
  expect(daysOf({ ...draft, text: '' })).toEqual({});
  expect(daysOf({ ...draft, text: came.text })).toEqual(days);
});

test('it is found again with its days after another page was looked at', () => {
  const workspace = {};
  holdUnfinished(workspace, begun(workspace));
  expect(daysOf(beginDraft(workspace))).toEqual(days);
});

test('a page that is drawn anew before it stood finds the message still there', () => {
  const workspace = {};
  begun(workspace);
  expect(beginDraft(workspace)).toMatchObject({ text: came.text, came });
});

test('a message that is pasted here has none', () => {
  expect(daysOf({ ...beginDraft({}), text: came.text })).toEqual({});
});
