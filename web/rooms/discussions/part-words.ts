/** The one-hour guide in words: what each part is called, and what the facilitator says. */
import type { PartKind } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

interface PartWords {
  readonly title: MessageDescriptor;
  readonly say: MessageDescriptor;
}

export const partWords: { readonly [kind in PartKind]: PartWords } = {
  hopes: {
    title: msg`Hopes`,
    say: msg`“Say your name, if you like, and one thing you hope to take home tonight.”`,
  },
  'points-of-entry': {
    title: msg`Where each of us comes in`,
    say: msg`“Turn to the person beside you. What in your own life brings you to this? Five minutes each, and the one who listens only listens.”`,
  },
  spoken: {
    title: msg`Spoken`,
    say: msg`“Put the phone down. This part is only spoken. What do you already know of this story, of these people, of this issue?”`,
  },
  'quiet-reading': {
    title: msg`Quiet reading`,
    say: msg`“Read the story for yourself. Mark one sentence that stays with you. Nobody has to say which.”`,
  },
  'your-turn': {
    title: msg`Your turn`,
    say: msg`“Take the questions one by one, in threes or fours. You may skip any of them.”`,
  },
  'one-thing': {
    title: msg`One thing I will do`,
    say: msg`“Before we go: one thing you will do, and by when. Any name, or none. Small is good.”`,
  },
  own: { title: msg`A part of our own`, say: msg`What is said here, you decide.` },
};
